package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.Enclosures;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The documents that were scanned in a session: how many pages each has, and by what names they are kept outside. No
/// picture is ever here.
///
/// @param documents by the field of the form that asks for them; none without pages
/// @param visit the document that is being scanned now
public record Scans(Map<FieldPath, Document> documents, Optional<Visit> visit) {
    static final Scans NONE = new Scans(Map.of(), Optional.empty());

    public Scans {
        documents = Map.copyOf(documents);
    }

    /// A document.
    ///
    /// @param id by which the application names it
    /// @param sheets its pages in their order, at least one
    public record Document(UUID id, List<Sheet> sheets) {
        public Document {
            sheets = List.copyOf(sheets);
        }

        /// Names of its pages.
        public List<String> pages() {
            return sheets.stream().map(Sheet::id).toList();
        }
    }

    /// One page.
    ///
    /// @param id name under which its picture is kept
    /// @param bytes size of the picture
    public record Sheet(String id, int bytes) {}

    /// Where the scanning of a document stands.
    ///
    /// @param path the field that asks for it
    /// @param page the page that is looked at, or that is to be scanned again; from 0
    /// @param again whether that page is to be replaced
    /// @param scan id of the scan; empty before the first
    /// @param arrived pages that the scan has brought so far
    /// @param code why the last scan failed; empty if it did not
    public record Visit(
            FieldPath path,
            Stage stage,
            int page,
            boolean again,
            String scan,
            int arrived,
            String code) {
        Visit at(Stage next) {
            return new Visit(path, next, page, again, scan, arrived, "");
        }

        Visit showing(int next) {
            return new Visit(path, Stage.SHOWN, next, false, scan, arrived, "");
        }

        Visit laying(boolean replacing) {
            return new Visit(path, Stage.LAY, page, replacing, scan, arrived, "");
        }

        Visit scanning(String id) {
            return new Visit(path, Stage.SCANNING, page, again, id, 0, "");
        }

        Visit arrived(int count) {
            return new Visit(path, stage, page, again, scan, count, code);
        }

        Visit failed(String why) {
            return new Visit(path, Stage.FAILED, page, again, scan, arrived, why);
        }
    }

    /// What the citizen does or waits for.
    public enum Stage {
        /// A sheet is to be laid in.
        LAY,
        SCANNING,
        /// A page is looked at.
        SHOWN,
        FAILED
    }

    /// Pages of a document; 0 where it has not been scanned.
    public int pages(FieldPath path) {
        return Optional.ofNullable(documents.get(path)).map(it -> it.sheets().size()).orElse(0);
    }

    Optional<Document> find(FieldPath path) {
        return Optional.ofNullable(documents.get(path));
    }

    /// Pages that one more scan of the document may bring.
    public int roomForPages(Visit visit) {
        return visit.again() ? 1 : Enclosures.MOST_PAGES - pages(visit.path());
    }

    /// Bytes that one more scan of the document may bring; never negative.
    public int roomForBytes(Visit visit) {
        int document = bytes(find(visit.path()).map(Document::sheets).orElse(List.of()));
        int together = 0;
        for (Document each : documents.values()) {
            together += bytes(each.sheets());
        }
        int replaced =
                visit.again()
                        ? find(visit.path()).orElseThrow().sheets().get(visit.page()).bytes()
                        : 0;
        return Math.max(
                0,
                replaced
                        + Math.min(
                                Enclosures.MOST_BYTES - document,
                                Enclosures.MOST_BYTES_TOGETHER - together));
    }

    private static int bytes(List<Sheet> sheets) {
        return sheets.stream().mapToInt(Sheet::bytes).sum();
    }

    /// Whether the document may have one more page.
    public boolean takesMore(Visit visit) {
        return ScanReducer.room(this, visit.laying(false));
    }

    Scans visiting(Visit next) {
        return new Scans(documents, Optional.of(next));
    }

    Scans closed() {
        return new Scans(documents, Optional.empty());
    }

    /// With what a scan brought: behind the other pages, or in place of one.
    Scans scanned(Visit visit, List<Sheet> arrived) {
        Document before =
                find(visit.path())
                        .orElseGet(() -> new Document(UUID.fromString(visit.scan()), List.of()));
        List<Sheet> sheets = new ArrayList<>(before.sheets());
        int at = sheets.size();
        if (visit.again()) {
            at = visit.page();
            sheets.remove(at);
        }
        sheets.addAll(at, arrived);
        int last = at + arrived.size() - 1;
        return with(visit.path(), new Document(before.id(), sheets)).visiting(visit.showing(last));
    }

    /// Without one page; without the document where that was its last.
    Scans without(FieldPath path, int page) {
        Document before = documents.get(path);
        if (before == null || before.sheets().size() < 2) {
            return without(path);
        }
        List<Sheet> sheets = new ArrayList<>(before.sheets());
        sheets.remove(page);
        return with(path, new Document(before.id(), sheets));
    }

    Scans without(FieldPath path) {
        Map<FieldPath, Document> fewer = new HashMap<>(documents);
        fewer.remove(path);
        return new Scans(fewer, visit);
    }

    private Scans with(FieldPath path, Document document) {
        Map<FieldPath, Document> more = new HashMap<>(documents);
        more.put(path, document);
        return new Scans(more, visit);
    }

    /// The answers as they are sent: where a document was scanned, its id stands in place of the way.
    FormData named(FormData data) {
        FormData named = data;
        for (Map.Entry<FieldPath, Document> each : documents.entrySet()) {
            if (ScanReducer.scanned(data, each.getKey())) {
                named = named.with(each.getKey(), each.getValue().id().toString());
            }
        }
        return named;
    }

    /// All pages there are.
    List<String> allPages() {
        return documents.values().stream().flatMap(each -> each.pages().stream()).toList();
    }

    /// Counts and names tell nothing of anybody.
    @Override
    public String toString() {
        return "Scans[" + documents.size() + "]";
    }
}
