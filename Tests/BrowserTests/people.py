"""Whoever takes part in the journeys. Invented, and they sound like it."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Person:
    email: str
    name: str
    role: str
    initiative: str = ""
    areas: tuple = ()
    organisation: str = ""


ADMINISTRATOR = Person("ada@beheer.example", "Ada Beheer", "administrator")
LEADER = Person("piet@leiding.example", "Piet Leider", "project-leader")
INTERVIEWER = Person("iris@gesprek.example", "Iris Vraagt", "interviewer")
COACH = Person("cor@coach.example", "Cor Coach", "coach", initiative="VTM")
MUNICIPALITY = Person("gea@gemeente.example", "Gea Gemeente", "municipality", areas=("GM0627",))

MANAGER = Person("max@plan.example", "Max Manager", "programme-manager")

EVERYBODY = [ADMINISTRATOR, LEADER, INTERVIEWER, COACH, MUNICIPALITY, MANAGER]
