"""How hard hypothesis tries: moderately and repeatably, or long and at random with `--hypothesis-profile thorough`."""

from hypothesis import HealthCheck, settings

_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("moderate", max_examples=40, deadline=None, derandomize=True, suppress_health_check=_PATIENT)
settings.register_profile("thorough", max_examples=1500, deadline=None, suppress_health_check=_PATIENT)
settings.load_profile("moderate")
