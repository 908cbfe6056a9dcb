package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The overview that the city gives to its council: services by status and by office, with the number
/// of statements that are assumptions. Immutable and thread-safe.
public final class CatalogReport {
    private static final String CRLF = "\r\n";

    private final ServiceCatalog catalog;
    private final List<Section> sections = new ArrayList<>();

    public CatalogReport(ServiceCatalog catalog) {
        this.catalog = catalog;
        sections.add(new Section("alle", "alle Fachämter", catalog.all()));
        for (Fachamt office : catalog.offices()) {
            sections.add(new Section(office.id(), office.name().in("de"), catalog.of(office)));
        }
    }

    /// A table for people, in German.
    public String text() {
        Section all = sections.getFirst();
        TextTable statuses = new TextTable("OZG-Status", "Anzahl", "Anteil", "davon angenommen");
        for (OzgStatus status : OzgStatus.values()) {
            Count count = all.count(status);
            statuses.row(
                    title(status), count.number(), count.percent() + " %", marked(count.assumed()));
        }
        statuses.line();
        statuses.row(
                "gesamt",
                all.total().number(),
                all.total().percent() + " %",
                marked(all.total().assumed()));
        TextTable offices =
                new TextTable(
                        "Fachamt",
                        "online",
                        "in Umsetzung",
                        "geplant",
                        "nicht umsetzbar",
                        "gesamt",
                        "angenommen");
        for (Section section : sections.subList(1, sections.size())) {
            offices.row(cells(section.name(), section));
        }
        offices.line();
        offices.row(cells("gesamt", all));
        return "Leistungen nach Stand der Umsetzung (OZG)\n\n"
                + statuses
                + "\n"
                + offices
                + "\n* angenommen: noch von niemandem bestätigt ('assumption' in catalogue.yaml)\n"
                + "  Vertrauensniveau angenommen: "
                + trustAssumed()
                + ", Inhalt der Seite angenommen: "
                + pageAssumed()
                + ", Gebühr unbekannt: "
                + feeUnknown()
                + "\n";
    }

    private static Object[] cells(String name, Section section) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        for (OzgStatus status : OzgStatus.values()) {
            cells.add(section.count(status).number());
        }
        cells.add(section.total().number());
        cells.add(marked(section.total().assumed()));
        return cells.toArray();
    }

    private static String marked(int assumed) {
        return assumed == 0 ? "0  " : assumed + " *";
    }

    /// One line per office and status for a spreadsheet: comma, quotes where needed, CRLF (RFC 4180).
    public String csv() {
        StringBuilder csv = new StringBuilder("fachamt,status,anzahl,prozent,angenommen" + CRLF);
        for (Section section : sections) {
            for (OzgStatus status : OzgStatus.values()) {
                line(csv, section.name(), code(status), section.count(status));
            }
            line(csv, section.name(), "gesamt", section.total());
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, String office, String status, Count count) {
        csv.append(quoted(office)).append(',').append(status).append(',').append(count.number());
        csv.append(',').append(count.percent()).append(',').append(count.assumed()).append(CRLF);
    }

    /// RFC 4180 section 2, rules 5 to 7.
    private static String quoted(String field) {
        return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /// The same figures for programs.
    public String json() {
        JsonMapper mapper = JsonMapper.builder().build();
        Section all = sections.getFirst();
        ObjectNode root = mapper.createObjectNode();
        put(root, all.total());
        root.put("trustAssumed", trustAssumed());
        root.put("pageAssumed", pageAssumed());
        root.put("feeUnknown", feeUnknown());
        put(root.putObject("status"), all);
        var offices = root.putArray("offices");
        for (Section section : sections.subList(1, sections.size())) {
            ObjectNode office = offices.addObject();
            office.put("id", section.id());
            office.put("name", section.name());
            put(office, section.total());
            put(office.putObject("status"), section);
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode statuses, Section section) {
        for (OzgStatus status : OzgStatus.values()) {
            Count count = section.count(status);
            ObjectNode node = statuses.putObject(code(status));
            put(node, count);
            node.put("percent", count.percent());
        }
    }

    private static void put(ObjectNode node, Count count) {
        node.put("services", count.number());
        node.put("statusAssumed", count.assumed());
    }

    private static String code(OzgStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String title(OzgStatus status) {
        return switch (status) {
            case ONLINE -> "online";
            case UMSETZUNG -> "in Umsetzung";
            case GEPLANT -> "geplant";
            case NICHT_UMSETZBAR -> "nicht umsetzbar";
        };
    }

    private int trustAssumed() {
        return count(service -> service.provenance().trust().assumption());
    }

    private int pageAssumed() {
        return count(service -> service.provenance().page().filter(Basis::assumption).isPresent());
    }

    private int feeUnknown() {
        return count(service -> service.fee() instanceof Fee.Unknown);
    }

    private int count(Predicate<Leistung> condition) {
        return (int) catalog.all().stream().filter(condition).count();
    }

    /// @param percent of the section, half a per cent rounded up; 0 in an empty section
    /// @param assumed how many of them have an assumed status
    private record Count(int number, int percent, int assumed) {
        static Count of(List<Leistung> services, int whole) {
            int number = services.size();
            int percent = whole == 0 ? 0 : (200 * number + whole) / (2 * whole);
            long assumed =
                    services.stream().filter(s -> s.provenance().status().assumption()).count();
            return new Count(number, percent, (int) assumed);
        }
    }

    private static final class Section {
        private final String id;
        private final String name;
        private final Map<OzgStatus, Count> counts = new EnumMap<>(OzgStatus.class);
        private final Count total;

        Section(String id, String name, List<Leistung> services) {
            this.id = id;
            this.name = name;
            for (OzgStatus status : OzgStatus.values()) {
                List<Leistung> of = services.stream().filter(s -> s.status() == status).toList();
                counts.put(status, Count.of(of, services.size()));
            }
            this.total = Count.of(services, services.size());
        }

        String id() {
            return id;
        }

        String name() {
            return name;
        }

        Count count(OzgStatus status) {
            return Optional.ofNullable(counts.get(status)).orElseThrow();
        }

        Count total() {
            return total;
        }
    }
}
