package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.ApplicationData;
import de.koblenz.kiosk.service.journey.Journey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All answers before they are sent, by the groups of the form, on as many pages as they need.
///
/// @param orders knows until when documents are handed in
/// @param today of the session
record CheckPages(
        Words words,
        ScreenLook look,
        Journey journey,
        Guided guided,
        Positions positions,
        OrderMaker orders,
        LocalDate today) {

    /// @param cents what is to be paid
    Draft page(int cents) {
        List<Block> blocks = blocks();
        List<List<Block>> pages = pages(blocks);
        int at = Math.floorMod(guided.part(), pages.size());
        List<Screen.SummaryRow> rows = new ArrayList<>();
        String section = "";
        for (Block block : pages.get(at)) {
            if (!block.section().isEmpty() && !block.section().equals(section)) {
                rows.add(new Screen.SummaryRow("", block.section(), Optional.empty()));
            }
            section = block.section();
            rows.add(block.row());
        }
        return Draft.of(
                "check",
                words.of("check.title"),
                words.of("check.hint"),
                new Screen.Summary(
                        rows,
                        words.of("check.sum"),
                        cents == 0 ? words.of("check.free") : words.money(cents),
                        CatalogPages.more(words, pages.size(), at)));
    }

    /// A row, and what it belongs to.
    private record Block(String section, Screen.SummaryRow row) {}

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        PlacePages.summary(words, guided, positions).forEach(row -> blocks.add(new Block("", row)));
        AnswerWords said = new AnswerWords(words, journey);
        Sections sections = new Sections(words, journey, guided, positions.pages());
        List<Block> scans = new ArrayList<>();
        List<Block> documents = new ArrayList<>();
        for (Answer answer :
                ApplicationData.answers(journey.questionnaire(), guided.data(), today)) {
            String page = Positions.of(answer.pageKey());
            // What the card says is not changed by hand.
            Optional<Screen.Control> change =
                    positions.keys().contains(page)
                            ? Optional.of(GuidePages.change(words, answer.path().toString(), page))
                            : Optional.empty();
            int scanned = guided.scans().pages(answer.path());
            if (scanned > 0 && answer.canonical().equals(FieldType.Attachment.SCAN)) {
                add(
                        scans,
                        words.of("check.scanned"),
                        said.label(answer),
                        ScanPages.told(words, scanned),
                        change);
            } else if (OrderMaker.promised(answer)) {
                add(
                        documents,
                        words.of("check.documents"),
                        said.label(answer),
                        promise(answer),
                        change);
            } else {
                add(
                        blocks,
                        sections.of(answer.path()),
                        said.label(answer),
                        said.value(answer),
                        change);
            }
        }
        blocks.addAll(scans);
        blocks.addAll(documents);
        guided.copy()
                .ifPresent(copy ->
                        add(
                                blocks,
                                "",
                                words.of("check.copy"),
                                words.of("copy." + copy),
                                Optional.of(
                                        GuidePages.change(words, Positions.COPY, Positions.COPY))));
        return blocks;
    }

    /// Until when a document is to be handed in, and how.
    private String promise(Answer answer) {
        OrderRequest.LaterDocument document = orders.later(journey, answer, today);
        String until =
                document.until()
                        .map(day -> words.of("check.until", "day", words.formats().date(day)))
                        .orElseGet(() -> words.of("check.handIn"));
        return document.upload().isEmpty() ? until : until + " " + words.of("check.upload");
    }

    /// A row, or several where label or value have no room in one.
    private void add(
            List<Block> blocks,
            String section,
            String label,
            String value,
            Optional<Screen.Control> change) {
        int most = new Room(look).answer();
        List<String> labels = Room.pieces(label, most);
        List<String> values = Room.pieces(value, most);
        for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
            blocks.add(
                    new Block(
                            section,
                            new Screen.SummaryRow(
                                    i < labels.size() ? labels.get(i) : labels.getFirst(),
                                    i < values.size() ? values.get(i) : "",
                                    i == 0 ? change : Optional.empty())));
        }
    }

    private List<List<Block>> pages(List<Block> blocks) {
        int most = PageCapacity.of(look).summaryRows();
        List<List<Block>> pages = split(blocks, most, room(false));
        return pages.size() == 1 ? pages : split(blocks, most - 1, room(true));
    }

    /// Height for rows, beside the sum and "Mehr".
    private double room(boolean more) {
        boolean large = look.largeText();
        double sum = look.lowReach() ? 0 : large ? 136 : 112;
        double height = ScreenZones.of(look).interaction().height() - sum;
        return height - (more ? large ? 128 : 104 : 0);
    }

    private List<List<Block>> split(List<Block> blocks, int most, double room) {
        List<List<Block>> pages = new ArrayList<>();
        List<Block> page = new ArrayList<>();
        double used = 0;
        for (Block block : blocks) {
            boolean heading =
                    !block.section().isEmpty()
                            && (page.isEmpty()
                                    || !page.getLast().section().equals(block.section()));
            double own = height(block.row()) + (heading ? look.largeText() ? 80 : 64 : 0);
            if (!page.isEmpty() && (page.size() == most || used + own > room)) {
                pages.add(List.copyOf(page));
                page.clear();
                used = 0;
                own = height(block.row()) + (block.section().isEmpty() ? 0 : 64);
            }
            page.add(block);
            used += own;
        }
        pages.add(List.copyOf(page));
        return pages;
    }

    private double height(Screen.SummaryRow row) {
        boolean large = look.largeText();
        double width = ScreenZones.of(look).interaction().width() - 44;
        double words = width - (row.change().isPresent() ? large ? 300 : 220 : 0);
        double lines =
                Math.ceil(row.label().length() / Math.floor(words / (large ? 27 : 16)))
                        + Math.ceil(row.value().length() / Math.floor(words / (large ? 29 : 17)));
        return Math.max(96, lines * (large ? 56 : 36) + 18) + 16;
    }
}
