"""Things in reading order: what is found by place is what going through all would find."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.reading_order import InOrder, Stretches, end_while, start_while, trimmed

PLACES = st.lists(st.integers(0, 30), max_size=20)
PLACE = st.integers(-5, 35)


@given(PLACES, PLACE, PLACE)
def test_places_are_found_as_by_going_through_all(starts: list[int], one: int, two: int) -> None:
    """The last item from an offset on, and those within two offsets, ends excluded."""
    order = InOrder(starts, lambda s: s)
    before = [s for s in sorted(starts) if s <= one]
    assert order.last_from(one) == (before[-1] if before else None)
    assert list(order.within(one, two)) == [s for s in sorted(starts) if one <= s < two]


@given(PLACES, PLACE, PLACE)
def test_a_stretch_holds_what_passes_and_nothing_more(
    items: list[int], place: int, floor: int
) -> None:
    """From the place on, or up to it, all pass the test, and the next one does not."""
    small = (15).__gt__
    end = end_while(items, place, small)
    assert all(map(small, items[max(place, 0) : end]))
    assert end >= len(items) or not small(items[end])
    start = start_while(items, place, small, floor=floor)
    assert all(map(small, items[start : max(place, 0)]))
    assert start <= max(floor, 0) or start == 0 or not small(items[start - 1])


@given(PLACES)
def test_trimmed_ends_do_not_pass(items: list[int]) -> None:
    """What is left begins and ends with what does not pass the test."""
    small = (15).__gt__
    left = trimmed(items, small)
    assert not left or not (small(left[0]) or small(left[-1]))
    assert [i for i in items if not small(i)] == [i for i in left if not small(i)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_a_longer_stretch_is_found(found: list[tuple[int, int]]) -> None:
    """The answer is what going through all stretches gives."""
    stretches = [(min(one), max(one)) for one in found]
    index = Stretches(stretches)
    for place in range(11):
        assert index.cover(place) == any(a <= place < b for a, b in stretches)
    for start, end in stretches:
        longer = any(a <= start and end <= b and (a, b) != (start, end) for a, b in stretches)
        assert index.hold(start, end) == longer
