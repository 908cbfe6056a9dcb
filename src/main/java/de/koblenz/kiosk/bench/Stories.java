package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.sandbox.PaymentMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The two services as a citizen goes through them, from the start page to the paper in hand.
public final class Stories {
    /// Services that have a story, the default first.
    public static final List<String> SERVICES = List.of("bewohnerparkausweis", "schwimmbad-ticket");

    /// Pages that go on by themselves.
    private static final Set<String> WAITING = Set.of("card.opening", "card.busy");

    /// What the citizen of the demo answers; invented. Dates are typed part by part.
    private static final Map<String, List<String>> ANSWERS =
            Map.ofEntries(
                    Map.entry("given-names", List.of("Änne")),
                    Map.entry("family-name", List.of("Müßig")),
                    Map.entry("birth-date", List.of("03", "06", "1990")),
                    Map.entry("street", List.of("Lindenallee", "7")),
                    Map.entry("postcode", List.of("56068")),
                    Map.entry("licence-plate", List.of("KO-AB 123")),
                    Map.entry("length", List.of("4800")),
                    Map.entry("width", List.of("1900")),
                    Map.entry("contact-name", List.of("Änne Müßig")),
                    Map.entry("contact-phone", List.of("02614711")));

    private final ScriptedCitizen citizen;
    private final FarEnds ends;
    private final java.time.LocalDate today;
    private final Persona persona;

    /// @param today in the office's time zone
    /// @param persona whose identity card the citizen has
    public Stories(
            ScriptedCitizen citizen, FarEnds ends, java.time.LocalDate today, Persona persona) {
        this.citizen = citizen;
        this.ends = ends;
        this.today = today;
        this.persona = persona;
    }

    /// Goes through the service.
    ///
    /// @param tile start-page tile under which it lies
    /// @param locale language to choose first, where it is not the one that is shown
    /// @return the last page
    /// @throws StoryEnded where anything is not as it should be
    public Screen tell(String serviceId, String tile, String locale)
            throws InterruptedException, IOException {
        citizen.sees("start");
        citizen.keepsPicture();
        if (!locale.equals("de")) {
            citizen.touches("language");
            citizen.sees("language");
            citizen.keepsPicture();
            citizen.touches("language." + locale);
            citizen.sees("start");
            citizen.keepsPicture();
        }
        citizen.touches("tile." + tile);
        citizen.sees("situation");
        citizen.keepsPicture();
        citizen.touches("service." + serviceId);
        citizen.sees(
                "the button to start", s -> s.key().startsWith("service.") && s.next().isPresent());
        citizen.goesOn();
        Screen check = answersUntilCheck(serviceId);
        if (check.next().isEmpty()) {
            throw new StoryEnded("check-answers has no button to send");
        }
        citizen.goesOn();
        citizen.sees("order.payment");
        citizen.keepsPicture();
        if (ends.switchboard().payLast(PaymentMethod.PAYPAL).isEmpty()) {
            throw new StoryEnded("the payment platform has no transaction to pay");
        }
        Screen done = citizen.sees("order.done");
        citizen.keepsPicture();
        return done;
    }

    private Screen answersUntilCheck(String serviceId) throws InterruptedException, IOException {
        String before = "service." + serviceId;
        while (true) {
            String last = before;
            Screen page =
                    citizen.sees(
                            "the page after " + last,
                            s ->
                                    !s.key().equals(last)
                                            && !s.key().endsWith(".loading")
                                            && !WAITING.contains(s.key()));
            if (page.key().equals("check")) {
                return page;
            }
            before = page.key();
            if (page.key().startsWith("card.")) {
                card(page);
            } else {
                answer(page);
                citizen.goesOn();
            }
        }
    }

    /// What the citizen does with the card; who comes no further with it goes on by hand.
    private void card(Screen page) throws InterruptedException, IOException {
        switch (page.key()) {
            case "card.consent" -> citizen.goesOn();
            case "card.lay" -> {
                citizen.keepsPicture();
                ends.cardTable().lay(persona);
            }
            case "card.entry.PIN" -> {
                pin(persona.secrets().pin());
                if (persona.secrets().pin().length() < 6) {
                    citizen.sees("the word about the transport PIN", s -> s.alert().isPresent());
                    citizen.keepsPicture();
                    citizen.touches("without");
                    citizen.sees("card.without");
                    byHand();
                }
            }
            case "card.entry.CAN" -> pin(persona.secrets().can());
            case "card.read" -> {
                ends.cardTable().take();
                citizen.goesOn();
            }
            default -> byHand();
        }
    }

    private void pin(String digits) throws InterruptedException, IOException {
        citizen.types(digits);
        citizen.goesOn();
    }

    private void byHand() throws InterruptedException, IOException {
        citizen.keepsPicture();
        ends.cardTable().take();
        citizen.touches("by-hand");
    }

    private void answer(Screen page) throws InterruptedException {
        switch (page.body()) {
            case Screen.Choices choices -> {
                Screen.Choice first =
                        choices.choices().stream()
                                .filter(choice -> choice.blocked().isEmpty())
                                // The open-air pool is closed for half of the year.
                                .filter(choice -> !choice.control().id().equals("venue.oberwerth"))
                                .findFirst()
                                .orElseThrow(
                                        () -> new StoryEnded("nothing to choose on " + page.key()));
                citizen.touches(first.control().id());
                citizen.sees(
                        "the choice on " + page.key(),
                        s ->
                                s.body() instanceof Screen.Choices now
                                        && now.choices().stream()
                                                .anyMatch(Screen.Choice::selected));
            }
            case Screen.Counters counters -> {
                citizen.touches(counters.counters().getFirst().more().id());
                citizen.sees(
                        "the first ticket",
                        s ->
                                s.body() instanceof Screen.Counters now
                                        && now.counters().getFirst().count() == 1);
            }
            case Screen.TextEntry _ -> typesInto(page, answers(page).getFirst(), 0);
            case Screen.PartsEntry parts -> {
                List<String> answers = answers(page);
                for (int part = 0; part < parts.parts().size(); part++) {
                    focus(page, part);
                    typesInto(page, answers.get(part), part);
                }
            }
            default -> throw new StoryEnded("nobody knows what to do on " + page.key());
        }
    }

    private void focus(Screen page, int part) throws InterruptedException {
        Screen now = citizen.sees(page.key(), s -> s.key().equals(page.key()));
        if (now.body() instanceof Screen.PartsEntry parts && parts.focused() != part) {
            citizen.touches("part." + part);
            citizen.sees(
                    "part " + part + " of " + page.key(),
                    s -> s.body() instanceof Screen.PartsEntry p && p.focused() == part);
        }
    }

    private List<String> answers(Screen page) {
        String key = page.key().substring(page.key().lastIndexOf('.') + 1);
        if (key.equals("start")) {
            java.time.LocalDate day = today.plusDays(7);
            return List.of(
                    twoDigits(day.getDayOfMonth()),
                    twoDigits(day.getMonthValue()),
                    Integer.toString(day.getYear()));
        }
        return Optional.ofNullable(ANSWERS.get(key))
                .orElseThrow(() -> new StoryEnded("the citizen has no answer for " + page.key()));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private void typesInto(Screen page, String text, int part) throws InterruptedException {
        citizen.types(text);
        citizen.sees(
                "what was typed on " + page.key(),
                s ->
                        switch (s.body()) {
                            case Screen.TextEntry(var entry) -> entry.value().equals(text);
                            case Screen.PartsEntry(var parts, int _, String _, var _) ->
                                    parts.get(part).value().equals(text);
                            default -> false;
                        });
    }
}
