"""People: what is kept of a person goes when they ask for it."""

from bot.ports import Ports, Scope


def forget_person(ports: Ports, team: str, user: str) -> int:
    """Delete everything kept about a person, for good; returns how many rows were touched.

    What they found out about accounts stays, without them and without their words.
    """
    with ports.store().begin(Scope.of_team(team)) as work:
        touched = work.people.forget(user)
        work.commit()
    return touched
