"""No test leaves this machine; and how hard hypothesis tries: moderately and repeatably, or long and at random with `--hypothesis-profile thorough`."""

import signal

from hypothesis import HealthCheck, settings

from tests.no_network import no_network

__all__ = ["no_network"]

_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("moderate", max_examples=40, deadline=None, derandomize=True, suppress_health_check=_PATIENT)
settings.register_profile("thorough", max_examples=1500, deadline=None, suppress_health_check=_PATIENT)
settings.load_profile("moderate")

# A shell lets what it runs in the background ignore Ctrl-C, and with it every process that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
