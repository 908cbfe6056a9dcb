package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.order.document.ReceiptPart;
import de.koblenz.kiosk.order.document.ReceiptPart.Style;
import de.koblenz.kiosk.service.catalog.Fachamt;
import de.koblenz.kiosk.service.fim.pack.PrintTemplate;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a package's template makes of a receipt, for one citizen. Words of the city stand there in German, for the office,
/// and below it in the language of the screen, where the city has them in it; simple German takes the place of German. Pure.
final class ReceiptWords {
    private static final String GERMAN_LIKE = LocalizedText.GERMAN + "-";

    private final String language;
    private final Fachamt office;
    private final List<ReceiptPart> parts = new ArrayList<>();
    private final List<OrderRequest.CopyLine> lines = new ArrayList<>();

    private ReceiptWords(String language, Fachamt office) {
        this.language = language;
        this.office = office;
    }

    /// @param language of the screen
    /// @param answers all visible ones
    /// @param words an answer as a line
    static OrderRequest.ReceiptPlan of(
            PrintTemplate template,
            String language,
            Fachamt office,
            List<Answer> answers,
            Function<Answer, OrderRequest.CopyLine> words) {
        if (template.receipt().isEmpty()) {
            return OrderRequest.ReceiptPlan.USUAL;
        }
        ReceiptWords receipt = new ReceiptWords(language, office);
        for (PrintTemplate.Block block : template.receipt()) {
            receipt.add(block, answers, words);
        }
        return new OrderRequest.ReceiptPlan(receipt.parts, receipt.lines);
    }

    private void add(
            PrintTemplate.Block block,
            List<Answer> answers,
            Function<Answer, OrderRequest.CopyLine> words) {
        switch (block) {
            case PrintTemplate.Known.ORDER -> parts.add(ReceiptPart.Known.ORDER);
            case PrintTemplate.Known.PAYMENT -> parts.add(ReceiptPart.Known.PAYMENT);
            case PrintTemplate.Known.SENDING -> parts.add(ReceiptPart.Known.SENDING);
            case PrintTemplate.Known.DOCUMENTS -> parts.add(ReceiptPart.Known.DOCUMENTS);
            case PrintTemplate.Known.HELP -> parts.add(ReceiptPart.Known.HELP);
            case PrintTemplate.Known.OFFICE -> office();
            case PrintTemplate.Heading(LocalizedText text) -> say(Style.HEADING, text);
            case PrintTemplate.Title(LocalizedText text) -> say(Style.TITLE, text);
            case PrintTemplate.Text(LocalizedText text) -> say(Style.TEXT, text);
            case PrintTemplate.Answers(List<FieldPath> fields) -> {
                parts.add(ReceiptPart.Known.ANSWERS);
                for (FieldPath field : fields) {
                    answers.stream()
                            .filter(answer -> answer.path().definition().equals(field))
                            .filter(answer -> !answer.canonical().isEmpty())
                            .map(words)
                            .forEach(lines::add);
                }
            }
            case PrintTemplate.Code(String address, LocalizedText caption) ->
                    parts.add(new ReceiptPart.Code(address, String.join("\n", both(caption))));
        }
    }

    private void office() {
        say(Style.TITLE, office.name());
        parts.add(new ReceiptPart.Words(Style.TEXT, office.address()));
        office.phone().ifPresent(it -> parts.add(new ReceiptPart.Words(Style.TEXT, it)));
        office.hours().ifPresent(it -> say(Style.TEXT, it));
    }

    private void say(Style style, LocalizedText text) {
        both(text).forEach(words -> parts.add(new ReceiptPart.Words(style, words)));
    }

    private List<String> both(LocalizedText text) {
        String german = text.in(LocalizedText.GERMAN);
        Optional<String> own =
                Optional.of(language)
                        .filter(text::has)
                        .map(text::in)
                        .filter(words -> !words.equals(german));
        if (own.isEmpty()) {
            return List.of(german);
        }
        return language.startsWith(GERMAN_LIKE) ? List.of(own.get()) : List.of(german, own.get());
    }
}
