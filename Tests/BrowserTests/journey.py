"""The main job, step by step, as somebody does it. By names of fields and addresses, so that it reads the same in Dutch
and in English, with JavaScript and without."""
import email.header
import re
import urllib.parse

from playwright.sync_api import expect

from karavaan import PROGRAMME

WORK = f"/werk/{PROGRAMME}"
IDENTIFIER = r"[0-9a-f]{8}-[0-9a-f-]{27}"

CSV = """Bedrijfsnaam;KvK-nummer;Postcode;Plaats;Adres;SBI-code;Medewerkers;Contactpersoon;Telefoon;E-mail
"Vonk & Zoon ""Machinebouw"" BV";90000001;2404 AB;Alphen aan den Rijn;Smidsweg 1;2562;25;Vera Vonk;0172-000001;vera@vonk.example
Draaierij De Spaan;90000002;2742 KX;Waddinxveen;Draaibank 7;25.62;8;Sem Spaan;0182-000002;sem@spaan.example
Lasserij Naad & Nagel;90000003;2421 LV;Nieuwkoop;Vlamboog 12;2511;140;Nora Nagel;0172-000003;nora@naad.example
"""


def import_companies(visitor, path, *, expecting):
    """Uploads the file, accepts the columns that were guessed, and confirms."""
    page = visitor.work("/bedrijven/inlezen")
    page.locator("input[type=file]").set_input_files(path)
    page.locator("form[enctype] button").click()
    page.locator("form[action$='/kolommen'] button").click()
    confirm = page.locator("form[action$='/bevestigen'] button")
    expect(confirm).to_be_visible(timeout=30_000)
    expect(confirm).to_contain_text(str(expecting))
    confirm.click()
    expect(page.locator("main dd").first).to_have_text(str(expecting))


def open_company(visitor, name):
    page = visitor.work("/bedrijven")
    page.get_by_role("searchbox").or_(page.locator("input[type=search], input[name=zoek], input[name=q]")).first.fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=name).first.click()
    expect(visitor.heading).to_contain_text(name)
    return page


def plan(visitor):
    """From a company's page; ends on the conversation's page and returns its address."""
    page = visitor.page
    page.locator("a[href*='/gesprekken/nieuw?bedrijf=']").first.click()
    page.locator("main form[action$='/gesprekken/nieuw'] button").last.click()
    expect(page).to_have_url(re.compile(rf"/gesprekken/{IDENTIFIER}(\?|$)"))
    return urllib.parse.urlsplit(page.url).path


def step(visitor, name):
    """Start, pause, resume or finish, from the conversation's page."""
    visitor.page.locator(f"form:has(input[name=stap][value={name}]) button").first.click()


def open_sheet(visitor, conversation, part):
    return visitor.open(f"{conversation}/plaat?{part}")


def tick(visitor, activity, mark):
    """One press. With JavaScript nothing is loaded anew, and the page says that it is saved."""
    page = visitor.page
    button = page.locator(f"button[name=vink][value^='{activity}:{mark}:']")
    if not button.is_visible():
        page.locator(f"[data-activity='{activity}'] summary").click()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    if visitor.javascript:
        expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved")


def activities(visitor, count):
    """The codes of the first activities of the theme that is open."""
    rows = visitor.page.locator("[data-activity]")
    return [rows.nth(index).get_attribute("data-activity") for index in range(count)]


def themes(visitor, conversation):
    """The steps of the sheet that are themes, as they stand in addresses."""
    visitor.open(f"{conversation}/plaat")
    links = visitor.page.locator(".talk-nav a[href*='thema=']")
    found = [link.get_attribute("href").split("?")[1] for link in links.all()]
    return list(dict.fromkeys(part.split("#")[0] for part in found))


def hold(visitor, conversation, per_theme=2):
    """Starts it, ticks in every theme (the first *doing*, the second *ambition*), and finishes it.

    Returns how many of each were ticked."""
    visitor.open(conversation)
    step(visitor, "beginnen")
    expect(visitor.page).to_have_url(re.compile("/plaat"))
    doing = ambition = 0
    for part in themes(visitor, conversation):
        open_sheet(visitor, conversation, part)
        for index, code in enumerate(activities(visitor, per_theme)):
            if index % 2 == 0:
                tick(visitor, code, "doing")
                doing += 1
            else:
                tick(visitor, code, "ambition")
                ambition += 1
    ask_for_help(visitor, conversation)
    visitor.open(conversation)
    step(visitor, "afronden")
    expect(visitor.page).to_have_url(re.compile("/uitslag$"))
    return doing, ambition


def ask_for_help(visitor, conversation):
    page = open_sheet(visitor, conversation, "stap=behoeften")
    page.locator("input[name=behoefte]").first.check()
    page.locator("input[name=behoefte]").nth(1).check()
    page.locator("form[action$='/behoeften'] button").click()
    expect(page).to_have_url(re.compile("stap=voorbeelden"))


def choose_first_suggestion(visitor, conversation):
    """Returns the name of the initiative that was chosen."""
    page = visitor.open(f"{conversation}/koppelingen")
    card = page.locator("article.suggestion").first
    name = card.locator("h3").inner_text()
    form = card.locator("form[action$='/kiezen']")
    if not form.locator("button").first.is_visible():
        card.locator("details:has(form[action$='/kiezen']) summary").first.click()
    what = form.locator("input[name^=wat]")
    if what.input_value() == "":
        what.fill("Kennismaken in de werkplaats")
    form.locator("button").last.click()
    expect(page.locator("article.card.doing h3").filter(has_text=name)).to_be_visible()
    return name


def agree(visitor, initiative):
    """The company said yes: from the worksheet to the referral, where that is recorded."""
    page = visitor.page
    page.locator("article.card.doing h3 a").filter(has_text=initiative).first.click()
    agreed = page.locator("input[name=stap][value=agreed]")
    expect(agreed).to_be_visible()
    agreed.check()
    page.locator("form:has(input[name=stap]) button").last.click()
    expect(agreed).to_have_count(0)


def make_link(visitor, conversation):
    """A personal link to the company's own sheet; returns its path."""
    page = visitor.open(f"{conversation}/praatplaat")
    page.locator("form[action$='/praatplaat/links'] button").last.click()
    address = page.locator("body").inner_text() + " ".join(
        field.input_value() for field in page.locator("input[readonly]").all())
    return re.search(r"/praatplaat/[A-Za-z0-9_-]{20,}", address).group(0)


def decoded(header):
    """A header of a letter, as people read it."""
    return str(email.header.make_header(email.header.decode_header(header)))
