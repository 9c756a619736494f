"""Russian words of units, and the forms that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from grantkit.locales.api import Noun
from grantkit_ru.numerals import plural

__all__ = ["GENITIVE_MONTHS", "MONTHS", "NOUNS", "noun", "readings"]

# code [sign] [gender] | one, of one, of many, after two (left out: as of one) | other words.
# An other word in the same four forms stands in brackets, its forms joined by slashes.
NOUNS = """
post | пост, поста, постов | (публикация в соцсетях/публикации в соцсетях/публикаций в соцсетях)
publication f | публикация, публикации, публикаций
person | человек, человека, человек | чел, чел., люди, людей, (лицо/лица/лиц)
participant | участник, участника, участников | уч, уч.
pupil | школьник, школьника, школьников | (ученик/ученика/учеников), учащийся, учащихся
student | студент, студента, студентов
teacher | учитель, учителя, учителей | (педагог/педагога/педагогов)
expert | эксперт, эксперта, экспертов
specialist | специалист, специалиста, специалистов
speaker | спикер, спикера, спикеров | (докладчик/докладчика/докладчиков)
volunteer | волонтёр, волонтёра, волонтёров | (доброволец/добровольца/добровольцев)
journalist | журналист, журналиста, журналистов
child | ребёнок, ребёнка, детей, ребёнка | дети
family f | семья, семьи, семей
woman f | женщина, женщины, женщин
resident | житель, жителя, жителей
winner | победитель, победителя, победителей
beneficiary | бенефициар, бенефициара, бенефициаров
material | материал, материала, материалов
page f | страница, страницы, страниц | стр, стр.
clip | видеоролик, видеоролика, видеороликов | (ролик/ролика/роликов)
audio-clip | аудиоролик, аудиоролика, аудиороликов
story | сюжет, сюжета, сюжетов | (видеосюжет/видеосюжета/видеосюжетов), телесюжет, телесюжетов
article f | статья, статьи, статей
photo n | фото, фото, фото | (фотография/фотографии/фотографий), (снимок/снимка/снимков)
video n | видео, видео, видео | (видеозапись/видеозаписи/видеозаписей), видеоматериалов
piece f | штука, штуки, штук | шт, шт., (единица/единицы/единиц), ед, ед.
copy | экземпляр, экземпляра, экземпляров | экз, экз., (копия/копии/копий)
percent % | процент, процента, процентов
KZT n | тенге, тенге, тенге | тг, тг., теңге, kzt, ₸
USD | доллар США, доллара США, долларов США | (доллар/доллара/долларов), usd, $
EUR n | евро, евро, евро | eur, €
RUB | рубль, рубля, рублей | руб, руб., rub, ₽
event n | мероприятие, мероприятия, мероприятий
action f | акция, акции, акций
contest | конкурс, конкурса, конкурсов
exhibition f | выставка, выставки, выставок
seminar | семинар, семинара, семинаров
training | тренинг, тренинга, тренингов | (обучение/обучения/обучений)
meeting f | встреча, встречи, встреч | (собрание/собрания/собраний), (заседание/заседания/заседаний)
debate | дебат, дебата, дебатов | дебаты
briefing | брифинг, брифинга, брифингов
webinar | вебинар, вебинара, вебинаров
lecture f | лекция, лекции, лекций
round-table | круглый стол, круглого стола, круглых столов, круглых стола
workshop | мастер-класс, мастер-класса, мастер-классов
survey | опрос, опроса, опросов
questionnaire f | анкета, анкеты, анкет
conference f | конференция, конференции, конференций
session f | сессия, сессии, сессий
lesson | урок, урока, уроков | (занятие/занятия/занятий)
forum | форум, форума, форумов
course | курс, курса, курсов
settlement | населённый пункт, населённого пункта, населённых пунктов, населённых пункта
city | город, города, городов
district | район, района, районов
region f | область, области, областей | (регион/региона/регионов)
village n | село, села, сёл | (аул/аула/аулов)
school f | школа, школы, школ
college | колледж, колледжа, колледжей
university | университет, университета, университетов | (вуз/вуза/вузов)
organisation f | организация, организации, организаций
ngo f | НПО, НПО, НПО
book f | книга, книги, книг
booklet | буклет, буклета, буклетов
brochure f | брошюра, брошюры, брошюр
leaflet f | листовка, листовки, листовок
flyer | флаер, флаера, флаеров
poster | плакат, плаката, плакатов | (постер/постера/постеров)
banner | баннер, баннера, баннеров
document | документ, документа, документов
report | отчёт, отчёта, отчётов
list | список, списка, списков
programme f | программа, программы, программ
diploma | диплом, диплома, дипломов
certificate | сертификат, сертификата, сертификатов
gift | подарок, подарка, подарков | (приз/приза/призов)
review | отзыв, отзыва, отзывов
comment | комментарий, комментария, комментариев
view | просмотр, просмотра, просмотров
like | лайк, лайка, лайков
subscriber | подписчик, подписчика, подписчиков
link f | ссылка, ссылки, ссылок
screenshot | скриншот, скриншота, скриншотов | (скрин/скрина/скринов)
application f | заявка, заявки, заявок
consultation f | консультация, консультации, консультаций
trip | выезд, выезда, выездов | (поездка/поездки/поездок)
broadcast | эфир, эфира, эфиров
interview n | интервью, интервью, интервью
podcast | подкаст, подкаста, подкастов
digest | дайджест, дайджеста, дайджестов
letter n | письмо, письма, писем
project | проект, проекта, проектов
method | метод, метода, методов
question | вопрос, вопроса, вопросов
work f | работа, работы, работ
drawing | рисунок, рисунка, рисунков
job n | рабочее место, рабочего места, рабочих мест, рабочих места
set | комплект, комплекта, комплектов | (набор/набора/наборов)
point | балл, балла, баллов
time | раз, раза, раз
minute f | минута, минуты, минут | мин, мин.
hour | час, часа, часов
day | день, дня, дней
week f | неделя, недели, недель
month | месяц, месяца, месяцев | мес, мес.
quarter | квартал, квартала, кварталов
half-year n | полугодие, полугодия, полугодий
year | год, года, лет, года
"""

MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
GENITIVE_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

#: Endings of the other cases, by the ending of the dictionary form: what is cut off, what joins.
_CASES = (
    ("ия", 2, ("ию", "ией", "иям", "иями", "иях")),
    ("ие", 2, ("ии", "ию", "ием", "ия", "иям", "иями", "иях")),
    ("ья", 2, ("ью", "ьёй", "ье", "ьи", "ьям", "ьями", "ьях")),
    ("а", 1, ("е", "у", "ой", "ы", "и", "ам", "ами", "ах")),
    ("я", 1, ("е", "ю", "ей", "и", "ям", "ями", "ях")),
    ("ь", 1, ("ю", "ем", "е", "и", "ям", "ями", "ях", "ью")),
    ("й", 1, ("ю", "ем", "и", "ям", "ями", "ях")),
    ("о", 1, ("у", "ом", "е", "а", "ам", "ами", "ах")),
    ("", 0, ("у", "ом", "е", "ы", "и", "ам", "ами", "ах", "ем")),
)
_INDECLINABLE = ("фото", "видео", "тенге", "евро", "интервью", "нпо", "человек")


def noun(noun: Noun, number: Decimal | int | None, case: str) -> str:
    """Give the form of a noun after a number, in the nominative or (any *case*) the genitive.

    >>> post = Noun("post", ("пост", "поста", "постов"))
    >>> noun(post, 3, ""), noun(post, 3, "gen"), noun(post, 21, "gen")
    ('поста', 'постов', 'поста')
    """
    one, of_one, of_many, *few = noun.forms
    if number is None:
        return one
    if int(number) != number:
        return of_one
    if not case:
        return plural(number, one, few[0] if few else of_one, of_many)
    return plural(number, of_one, of_many, of_many)


def readings(noun: Noun) -> Iterable[tuple[str, str]]:
    """All forms of a noun that are read; which case each is does not matter."""
    return ((form, "") for form in dict.fromkeys(_forms(noun)))


def _forms(noun: Noun) -> Iterator[str]:
    words = list(noun.forms)
    stems = [noun.forms]
    for other in noun.also:
        if other.startswith("("):
            forms = tuple(other.strip("()").split("/"))
            words += forms
            stems.append(forms)
        else:
            words.append(other)
    for forms in stems:
        words += _declined(*forms[:2])
    for word in words:
        yield word
        if "ё" in word:
            yield word.replace("ё", "е")


def _declined(one: str, of_one: str) -> Iterator[str]:
    """Make the other cases of one word; more forms than there are do no harm."""
    if " " in one or one.lower() in _INDECLINABLE:
        return
    ending, cut, joined = next(row for row in _CASES if one.endswith(row[0]))
    # "список, списка": the vowel that falls out stays out.
    stem = one[: len(one) - cut] if ending else of_one[:-1]
    yield from (stem + more for more in joined)
