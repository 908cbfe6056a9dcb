package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.LocalizedText;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `catalogue.yaml`. Mistakes are reported at their place with a `CAT-…` code
/// (`docs/codes.md`); the catalogue of a file with mistakes is incomplete and not to be used.
///
/// Not thread-safe: one reading, one thread. The catalogue that comes out is.
public final class CatalogReader {
    /// A list shows 2×8 services; one more would cost a third touch.
    public static final int MOST_OF_A_TILE = 16;

    private static final int MOST_MINUTES = 120;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, Fachamt> offices = new LinkedHashMap<>();
    private final List<Leistung> services = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<LifeSituation, Integer> shown = new EnumMap<>(LifeSituation.class);
    private URI cityPage = URI.create("https://localhost/");

    private CatalogReader() {}

    /// Reads the catalogue from the root of its file; mistakes go to the problems that `root` was
    /// read with.
    public static ServiceCatalog read(ConfigNode root) {
        return new CatalogReader().catalog(root);
    }

    private ServiceCatalog catalog(ConfigNode root) {
        cityPage = address(root.at("cityPage"));
        ConfigNode officesNode = root.at("offices");
        officesNode.entries().forEach((id, node) -> office(officesNode.key(id), id, node));
        ConfigNode servicesNode = root.at("services");
        List<ConfigNode> items = servicesNode.items();
        if (servicesNode.isList() && items.isEmpty()) {
            servicesNode.report("the catalogue has no service", "CAT-SERVICES-NONE");
        }
        items.forEach(this::service);
        root.noOthers();
        return new ServiceCatalog(List.copyOf(offices.values()), services);
    }

    private void office(ConfigNode key, String id, ConfigNode node) {
        checkId(key, id);
        offices.put(
                id,
                new Fachamt(
                        id,
                        text(node.at("name")),
                        plain(node.at("address")),
                        node.find("phone").map(CatalogReader::plain),
                        node.find("hours").map(CatalogReader::text),
                        Basis.parse(plain(node.at("basis")))));
        node.noOthers();
    }

    private void service(ConfigNode node) {
        ConfigNode idNode = node.at("id");
        String id = idNode.text();
        boolean first = ids.add(id);
        if (idNode.present()) {
            checkId(idNode, id);
            if (!first) {
                idNode.report("the id '" + id + "' stands twice", "CAT-ID-TWICE");
            }
        }
        ConfigNode statusNode = node.at("status");
        OzgStatus status = statusNode.oneOf(OzgStatus.class);
        ConfigNode fee = node.at("fee");
        Optional<ConfigNode> page = node.find("page");
        Optional<Basis> feeSource =
                (fee.isMapping()
                                ? Optional.of(node.at("feeSource")).filter(ConfigNode::present)
                                : node.find("feeSource"))
                        .map(source -> Basis.parse(plain(source)));
        Provenance provenance =
                new Provenance(
                        Basis.parse(plain(node.at("statusBasis"))),
                        Basis.parse(plain(node.at("trustBasis"))),
                        feeSource,
                        page.map(found -> Basis.parse(plain(found.at("basis")))));
        Optional<LeikaKey> leika = node.find("leika").flatMap(CatalogReader::leika);
        LocalizedText name = text(node.at("name"));
        LocalizedText shortName = shortName(node.at("shortName"));
        LocalizedText summary = text(node.at("summary"));
        Optional<LocalizedText> reason = node.find("reason").map(CatalogReader::text);
        Optional<LocalizedText> feeNote = node.find("feeNote").map(CatalogReader::text);
        Optional<TrustLevel> trust = node.find("trust").map(found -> found.oneOf(TrustLevel.class));
        Optional<ConfigNode> tileNode = node.find("tile");
        Optional<LifeSituation> tile = tileNode.map(found -> found.oneOf(LifeSituation.class));
        ServicePage servicePage = page(page);
        if (statusNode.text().equalsIgnoreCase("online")) {
            checkOnline(statusNode, tileNode, tile, page);
        } else if (status != OzgStatus.ONLINE) {
            tileNode.ifPresent(CatalogReader::reportTile);
        }
        Fee readFee = FeeReader.read(fee);
        Optional<Fachamt> office = officeOf(node.at("office"));
        node.noOthers();
        if (first && office.isPresent()) {
            services.add(
                    new Leistung(
                            id,
                            leika,
                            name,
                            shortName,
                            summary,
                            office.get(),
                            status,
                            reason,
                            readFee,
                            feeNote,
                            trust,
                            provenance,
                            tile,
                            servicePage));
        }
    }

    private static void checkId(ConfigNode place, String id) {
        if (!ID.matcher(id).matches()) {
            place.report(
                    "the id '" + id + "' must be small letters, digits and single hyphens",
                    "CAT-ID-FORM");
        }
    }

    private static Optional<LeikaKey> leika(ConfigNode node) {
        Optional<LeikaKey> key = LeikaKey.parse(node.text());
        if (key.isEmpty()) {
            node.report(
                    "'" + node.text() + "' is not a LeiKa key (14 digits beginning with 99)",
                    "CAT-LEIKA-FORM");
        }
        return key;
    }

    private static LocalizedText shortName(ConfigNode node) {
        LocalizedText name = text(node);
        name.byLanguage()
                .forEach((language, words) -> {
                    if (!ShortName.fits(words)) {
                        node.report(
                                "the short name '"
                                        + words
                                        + "' ("
                                        + language
                                        + ") does not fit "
                                        + ShortName.MOST_LINES
                                        + " lines of "
                                        + ShortName.MOST_CHARACTERS
                                        + " characters",
                                "CAT-SHORT-NAME");
                    }
                });
        return name;
    }

    private Optional<Fachamt> officeOf(ConfigNode node) {
        Fachamt office = offices.get(node.text());
        if (office == null && node.present()) {
            node.report(
                    "no office '"
                            + node.text()
                            + "' under 'offices'"
                            + ConfigNode.suggestion(node.text(), offices.keySet()),
                    "CAT-OFFICE-UNKNOWN");
        }
        return Optional.ofNullable(office);
    }

    private void checkOnline(
            ConfigNode statusNode,
            Optional<ConfigNode> tileNode,
            Optional<LifeSituation> tile,
            Optional<ConfigNode> page) {
        if (page.isEmpty()) {
            statusNode.report("an online service needs a 'page'", "CAT-PAGE-MISSING");
        }
        if (tileNode.isEmpty() || tile.isEmpty()) {
            statusNode.report(
                    "an online service needs a 'tile' that leads to it", "CAT-TILE-MISSING");
        } else if (shown.merge(tile.get(), 1, Integer::sum) == MOST_OF_A_TILE + 1) {
            tileNode.get()
                    .report(
                            "more than "
                                    + MOST_OF_A_TILE
                                    + " services under this tile do not fit one page",
                            "CAT-TILE-FULL");
        }
    }

    private static void reportTile(ConfigNode tile) {
        tile.report(
                "only an online service stands under a tile; others are found by search",
                "CAT-TILE-NOT-ONLINE");
    }

    private ServicePage page(Optional<ConfigNode> found) {
        if (found.isEmpty()) {
            return new ServicePage(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    cityPage,
                    Optional.empty(),
                    Optional.empty());
        }
        ConfigNode node = found.get();
        ServicePage page =
                new ServicePage(
                        node.find("minutes").map(minutes -> minutes.integer(1, MOST_MINUTES)),
                        node.find("needs")
                                .map(needs ->
                                        needs.items().stream()
                                                .map(need -> need.oneOf(Need.class))
                                                .toList())
                                .orElse(List.of()),
                        node.find("whereToGo").map(CatalogReader::text),
                        node.find("url").map(CatalogReader::address).orElse(cityPage),
                        node.find("note").map(CatalogReader::text),
                        Optional.empty());
        node.noOthers();
        return page;
    }

    private static URI address(ConfigNode node) {
        String text = node.text();
        try {
            URI uri = URI.create(text);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Reported below, as any other text that is no address.
        }
        if (node.present()) {
            node.report("'" + text + "' is not an address beginning with https://", "CAT-URL");
        }
        return URI.create("https://localhost/");
    }

    private static String plain(ConfigNode node) {
        String text = node.text();
        if (node.present() && !node.isMapping() && !node.isList() && text.isBlank()) {
            node.report("this text is empty", "CAT-TEXT-EMPTY");
        }
        return text;
    }

    /// A text per language, none of them empty.
    static LocalizedText text(ConfigNode node) {
        LocalizedText text = node.localized();
        if (node.isMapping()) {
            if (text.byLanguage().values().stream().anyMatch(String::isBlank)) {
                node.entries().values().forEach(CatalogReader::plain);
            }
        } else {
            plain(node);
        }
        return text;
    }
}
