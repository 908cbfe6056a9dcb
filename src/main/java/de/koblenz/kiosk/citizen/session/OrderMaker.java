package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.fim.pack.Consent;
import de.koblenz.kiosk.service.fim.pack.HandIn;
import de.koblenz.kiosk.service.fim.pack.PrintTemplate;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.ApplicationData;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Makes the order of a guided service that is completely answered. Documents are German, whatever the
/// language of the screen. Pure.
public final class OrderMaker {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.GERMAN);

    private final Journeys journeys;
    private final BiFunction<Journey, Answer, OrderRequest.CopyLine> words;
    private final ConsentWording consents;

    /// @param words an answer as a line of the citizen's copy, German
    public OrderMaker(
            Journeys journeys,
            BiFunction<Journey, Answer, OrderRequest.CopyLine> words,
            ConsentWording consents) {
        this.journeys = journeys;
        this.words = words;
        this.consents = consents;
    }

    /// What is to be paid; empty where an answer that it depends on is missing.
    public Optional<Bill> bill(Journey journey, Guided guided, LocalDate today) {
        return journeys.service(guided.serviceId())
                .flatMap(service ->
                        journey.charge()
                                .bill(
                                        service.shortName().in("de"),
                                        service.fee(),
                                        journey.questionnaire().view(guided.data(), today),
                                        guided.places().positions()));
    }

    /// The citizen's copy of all answers.
    public List<OrderRequest.CopyLine> copy(Journey journey, Guided guided, LocalDate today) {
        return ApplicationData.answers(journey.questionnaire(), guided.data(), today).stream()
                .filter(answer -> !answer.canonical().isEmpty())
                .map(answer -> words.apply(journey, answer))
                .toList();
    }

    /// The order; empty where something is missing after all.
    ///
    /// @param at now, in the time zone of the office
    /// @param language of the screen, BCP 47: for the city's own words on the receipt
    Optional<OrderRequest> make(
            OrderId id, Journey journey, Guided guided, ZonedDateTime at, String language) {
        LocalDate today = at.toLocalDate();
        Optional<Leistung> service = journeys.service(guided.serviceId());
        Optional<Bill> bill = bill(journey, guided, today);
        if (service.isEmpty() || bill.isEmpty()) {
            return Optional.empty();
        }
        boolean asked = !journey.questionnaire().pages(guided.data(), today).visible().isEmpty();
        Optional<OrderRequest.Application> application =
                journey.step(Step.Submission.class)
                        .filter(_ -> asked)
                        .map(submission ->
                                new OrderRequest.Application(
                                        submission.destinationId(),
                                        submission.leikaKey(),
                                        service.get().name().in("de"),
                                        ApplicationData.json(
                                                journey.questionnaire().form(),
                                                GivenConsents.in(
                                                        guided.with(
                                                                guided.scans()
                                                                        .named(guided.data())),
                                                        journey,
                                                        declared(journey),
                                                        consents,
                                                        at),
                                                today),
                                        enclosures(journey, guided, today)));
        boolean onPaper = guided.copy().filter(Step.Copy.PAPER::equals).isPresent();
        return Optional.of(
                new OrderRequest(
                        id,
                        guided.serviceId(),
                        service.get().shortName().in("de"),
                        bill.get().cents(),
                        bill.get().positions().stream()
                                .map(p -> new OrderRequest.Position(p.name(), p.count(), p.cents()))
                                .toList(),
                        reservation(guided),
                        application,
                        onPaper ? copy(journey, guided, today) : List.of(),
                        later(journey, guided, today),
                        receipt(service.get(), journey, guided, today, language)));
    }

    private Map<FieldPath, Consent> declared(Journey journey) {
        return journeys.packaged(journey.serviceId())
                .map(ServicePackage::consents)
                .orElse(Map.of());
    }

    private PrintTemplate template(Journey journey) {
        return journeys.packaged(journey.serviceId())
                .map(ServicePackage::print)
                .orElse(PrintTemplate.USUAL);
    }

    /// Whether the receipt shows answers.
    public boolean answersOnReceipt(Journey journey) {
        return template(journey).receipt().stream()
                .anyMatch(PrintTemplate.Answers.class::isInstance);
    }

    private OrderRequest.ReceiptPlan receipt(
            Leistung service, Journey journey, Guided guided, LocalDate today, String language) {
        return ReceiptWords.of(
                template(journey),
                language,
                service.office(),
                ApplicationData.answers(journey.questionnaire(), guided.data(), today),
                answer -> words.apply(journey, answer));
    }

    /// The documents that were scanned, as far as they are asked for.
    private List<OrderRequest.Enclosure> enclosures(
            Journey journey, Guided guided, LocalDate today) {
        List<OrderRequest.Enclosure> enclosures = new ArrayList<>();
        for (Answer answer :
                ApplicationData.answers(journey.questionnaire(), guided.data(), today)) {
            if (ScanReducer.scanned(guided.data(), answer.path())) {
                guided.scans()
                        .find(answer.path())
                        .ifPresent(document ->
                                enclosures.add(
                                        new OrderRequest.Enclosure(
                                                document.id(),
                                                words.apply(journey, answer).label(),
                                                document.pages())));
            }
        }
        return enclosures;
    }

    /// The documents that the citizen has promised to hand in.
    public List<OrderRequest.LaterDocument> later(Journey journey, Guided guided, LocalDate today) {
        List<OrderRequest.LaterDocument> later = new ArrayList<>();
        for (Answer answer :
                ApplicationData.answers(journey.questionnaire(), guided.data(), today)) {
            if (promised(answer)) {
                later.add(later(journey, answer, today));
            }
        }
        return later;
    }

    /// Whether an answer is the promise to hand in a document.
    public static boolean promised(Answer answer) {
        return answer.field().type() instanceof FieldType.Attachment
                && (answer.canonical().equals(FieldType.Attachment.LATER)
                        || answer.canonical().equals(FieldType.Attachment.PHONE));
    }

    /// Until when and how a document is handed in.
    ///
    /// @param answer that promises it
    public OrderRequest.LaterDocument later(Journey journey, Answer answer, LocalDate today) {
        HandIn policy =
                journeys.packaged(journey.serviceId())
                        .map(ServicePackage::documents)
                        .orElse(HandIn.NONE);
        Optional<HandIn.Document> way =
                Optional.ofNullable(policy.documents().get(answer.path().definition()));
        return new OrderRequest.LaterDocument(
                words.apply(journey, answer).label(),
                way.map(it -> today.plus(it.within())),
                way.filter(it -> it.ways().contains(HandIn.Way.PHONE))
                        .map(_ -> policy.upload())
                        .orElse(""));
    }

    private static Optional<OrderRequest.Reservation> reservation(Guided guided) {
        Optional<Venue> venue = guided.places().venue();
        Optional<Slot> slot = guided.places().slot();
        return venue.isEmpty() || slot.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OrderRequest.Reservation(
                                venue.get().id(),
                                slot.get().id(),
                                venue.get().name().getOrDefault("de", venue.get().id()),
                                words(slot.get()),
                                guided.places().taken()));
    }

    private static String words(Slot slot) {
        return DAY.format(slot.start())
                + ", "
                + TIME.format(slot.start())
                + "–"
                + TIME.format(slot.end())
                + " Uhr";
    }
}
