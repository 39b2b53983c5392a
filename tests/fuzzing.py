"""How many examples the tests of the wings' doors take: few in `make test`, many in `make fuzz`."""

from hypothesis import HealthCheck, settings

FUZZ = "fuzz"
TIMES = 40


def examples(share: int) -> settings:
    """Settings with this share of the 500 examples of `make test`, of the 20,000 of `make fuzz`."""
    times = TIMES if settings.get_current_profile_name() == FUZZ else 1
    return settings(
        max_examples=share * times,
        deadline=None,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
        ],
    )
