"""How many examples the tests of the wings' doors take: few in `make test`, many in `make fuzz`."""

from hypothesis import HealthCheck, settings

FUZZ = "fuzz"
TIMES = 40
DOOR = 500
"""Examples of one wing's door in `make test`, which makes 20,000 of them in `make fuzz`."""
JOURNEY = 120
"""Of several texts through all wings, one of which takes as long as six of one door."""


def examples(number: int = DOOR) -> settings:
    """Settings with so many examples in `make test`, and forty times as many in `make fuzz`."""
    times = TIMES if settings.get_current_profile_name() == FUZZ else 1
    return settings(
        max_examples=number * times,
        deadline=None,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
        ],
    )
