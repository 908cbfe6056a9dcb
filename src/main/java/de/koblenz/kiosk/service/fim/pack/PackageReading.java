package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.catalog.LeikaKey;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.catalog.ServicePage;
import de.koblenz.kiosk.service.catalog.TrustLevel;
import de.koblenz.kiosk.service.fim.FimForm;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.RuleOutcome;
import de.koblenz.kiosk.service.fim.process.DrawnProcess;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.xml.SourceFile;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One reading of a package. Not thread-safe.
final class PackageReading {
    private static final int MOST_RETENTION_DAYS = 90;

    private final ServiceCatalog catalog;
    private final String id;
    private final Problems problems;
    private final PackageFiles files;
    private final FederalFiles federal;
    private final String overlayName;
    private final List<ImportNote> notes = new ArrayList<>();
    private boolean overlaid;
    private List<RuleOutcome> rules = List.of();
    private Optional<DrawnProcess> process = Optional.empty();
    private Optional<Journey> journey = Optional.empty();
    private Map<String, Map<String, String>> texts = Map.of();
    private HandIn documents = HandIn.NONE;
    private Map<FieldPath, Consent> consents = Map.of();
    private PrintTemplate print = PrintTemplate.USUAL;
    private Optional<Fee> fee = Optional.empty();
    private Optional<LocalizedText> feeNote = Optional.empty();

    PackageReading(
            ServiceCatalog catalog,
            String id,
            PackageFiles files,
            FederalFiles federal,
            Problems problems) {
        this.catalog = catalog;
        this.id = id;
        this.files = files;
        this.federal = federal;
        this.problems = problems;
        this.overlayName = files.shown() + "/" + ServiceFolder.OVERLAY;
    }

    ServicePackage read() {
        federal.problems().forEach(problems::add);
        Optional<LeistungTexts> description = federal.description();
        Optional<FimForm> imported = federal.form();
        description.ifPresent(it -> notes.addAll(it.notes()));
        imported.ifPresent(it -> notes.addAll(it.notes()));
        imported.ifPresent(it -> rules = it.rules());
        ConfigNode root = overlay(imported);
        Optional<Leistung> known = known(root);
        String leika = leika(root, known, description);
        office(root, known);
        TrustLevel trust = trust(root, known);
        Optional<Forwarding> forwarding =
                root.find("forward").flatMap(node -> Forwarding.read(node, leika));
        boolean forwards = root.find("forward").isPresent();
        Period retention = root.find("retention").map(this::retention).orElse(Period.ZERO);
        if (forwards) {
            forwarded(root);
        } else if (imported.isPresent()) {
            guided(root, imported.get(), known, trust, leika);
        } else {
            unguided(root);
        }
        root.noOthers();
        notes.sort(null);
        return new ServicePackage(
                id,
                known.map(service -> joined(service, trust, forwarding)),
                description,
                imported,
                process,
                journey,
                texts,
                forwarding,
                documents,
                consents,
                print,
                retention,
                rules,
                notes,
                problems.sorted());
    }

    // ---- the overlay as a whole

    /// The overlay; an empty one, with one problem that says what is missing, where there is none.
    private ConfigNode overlay(Optional<FimForm> imported) {
        if (files.overlay().isPresent()) {
            ConfigNode root = files.overlay().get().yaml(problems);
            if (root.isMapping()) {
                overlaid = true;
                return root;
            }
            if (root.present()) {
                root.report("expected keys and values here, among them 'service'", "CFG-TYPE");
            }
        } else {
            problems.add(
                    new Problem(
                            overlayName,
                            1,
                            1,
                            "the overlay is missing: citizens cannot start the service before it"
                                    + " says service: "
                                    + id
                                    + imported.map(form ->
                                                    ", schema: {sha256: "
                                                            + form.identity().sha256()
                                                            + "}, destination and fee")
                                            .orElse(" and where it is done (forward)"),
                            "PKG-OVERLAY"));
        }
        // What an absent overlay does not say has been said.
        return ConfigReader.parse("{}", overlayName, new Problems());
    }

    private Optional<Leistung> known(ConfigNode root) {
        ConfigNode node = root.at("service");
        String named = node.present() ? node.text() : id;
        if (!named.equals(id)) {
            node.report("the folder is called '" + id + "', not '" + named + "'", "PKG-SERVICE");
        }
        Optional<Leistung> service = catalog.find(id);
        if (service.isEmpty()) {
            String message =
                    "the catalogue has no service '"
                            + id
                            + "'"
                            + ConfigNode.suggestion(
                                    id, catalog.all().stream().map(Leistung::id).toList());
            problems.add(node.place().problem(message, "PKG-SERVICE"));
        }
        return service;
    }

    private String leika(
            ConfigNode root, Optional<Leistung> known, Optional<LeistungTexts> description) {
        Optional<ConfigNode> node = root.find("leika");
        String listed = known.flatMap(Leistung::leika).map(LeikaKey::digits).orElse("");
        List<String> described = description.map(LeistungTexts::leikaKeys).orElse(List.of());
        String key =
                node.map(it -> it.text("99[0-9]{12}", "a LeiKa key (14 digits, 99 first)"))
                        .orElse(
                                listed.isEmpty() && !described.isEmpty()
                                        ? described.getFirst()
                                        : listed);
        if (node.isPresent() && !listed.isEmpty() && !key.equals(listed)) {
            node.get().report("the catalogue has the LeiKa key " + listed, "PKG-LEIKA");
        }
        if (!described.isEmpty() && !key.isEmpty() && !described.contains(key)) {
            node.orElse(root)
                    .report(
                            "the description is of another service: it has the LeiKa key "
                                    + String.join(", ", described)
                                    + ", not "
                                    + key,
                            "PKG-LEIKA");
        }
        return key;
    }

    private void office(ConfigNode root, Optional<Leistung> known) {
        root.find("office")
                .ifPresent(node -> {
                    List<String> all = catalog.offices().stream().map(it -> it.id()).toList();
                    if (!all.contains(node.text())) {
                        node.report(
                                "the catalogue has no office '"
                                        + node.text()
                                        + "'"
                                        + ConfigNode.suggestion(node.text(), all),
                                "PKG-OFFICE");
                    } else if (known.filter(it -> !it.office().id().equals(node.text()))
                            .isPresent()) {
                        node.report(
                                "the catalogue gives this service to '"
                                        + known.get().office().id()
                                        + "'",
                                "PKG-OFFICE");
                    }
                });
    }

    private static TrustLevel trust(ConfigNode root, Optional<Leistung> known) {
        TrustLevel listed = known.flatMap(Leistung::trust).orElse(TrustLevel.NORMAL);
        Optional<ConfigNode> node = root.find("trust");
        TrustLevel own = node.map(it -> it.oneOf(TrustLevel.class)).orElse(listed);
        if (node.isPresent() && own.compareTo(listed) < 0) {
            node.get()
                    .report(
                            "the catalogue asks for more: "
                                    + listed.name().toLowerCase(Locale.ROOT),
                            "PKG-TRUST");
            return listed;
        }
        return own;
    }

    private Period retention(ConfigNode node) {
        Period period = node.text().equals("0 days") ? Period.ZERO : HandInReader.period(node);
        if (LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plusDays(MOST_RETENTION_DAYS))) {
            node.report("at most 90 days", "PKG-RETENTION");
        }
        if (!period.isZero()) {
            tell(
                    node,
                    "retention",
                    "the terminal erases the sealed application as soon as the authority has taken it, which is sooner",
                    "PKG-RETENTION");
        }
        return period;
    }

    private void tell(ConfigNode node, String element, String message, String code) {
        notes.add(
                new ImportNote(
                        Weight.TOLD,
                        element,
                        node.place().problem(element + ": " + message, code)));
    }

    // ---- kinds of packages

    private void forwarded(ConfigNode root) {
        for (String key :
                List.of(
                        "schema",
                        "destination",
                        "fee",
                        "identification",
                        "letters",
                        "prefill",
                        "consent",
                        "pages",
                        "tasks",
                        "conditions",
                        "decisions",
                        "attachments",
                        "copy",
                        "printing",
                        "print")) {
            root.find(key)
                    .ifPresent(_ ->
                            root.key(key)
                                    .report(
                                            "nothing is asked here where another site does the service (forward)",
                                            "PKG-FORWARD"));
        }
    }

    /// Nothing can be asked: keys about a form cannot be judged.
    private void unguided(ConfigNode root) {
        if (files.schema().isEmpty() && overlaid) {
            root.report(
                    "the package has neither a schema (*.xdf3.xml, *.xdf2.xml) nor 'forward'",
                    "PKG-FILES");
        }
        root.entries();
    }

    private void guided(
            ConfigNode root,
            FimForm imported,
            Optional<Leistung> known,
            TrustLevel trust,
            String leika) {
        if (overlaid) {
            hash(root, imported);
        }
        new Decisions(notes, problems).read(root.find("decisions"));
        FormNames names = new FormNames(imported.form());
        FormChanges changes = new FormChanges(names);
        root.find("letters").ifPresent(node -> LetterRoles.read(node, names, changes));
        root.find("prefill").ifPresent(node -> Prefills.read(node, names, changes));
        ConsentReader declared = new ConsentReader(names, changes);
        root.find("consent")
                .ifPresent(node -> consents = declared.read(node, root.find("prefill")));
        notes.addAll(declared.notes());
        Set<String> ruleIds = new TreeSet<>();
        imported.rules().forEach(rule -> ruleIds.add(rule.id()));
        root.find("conditions").ifPresent(node -> changes.conditions(node, ruleIds));
        notes.addAll(changes.notes());
        rules = byHand(imported.rules(), changes.enforced());
        FormNames changed = new FormNames(changes.made());
        StepPlan plan =
                StepPlan.read(
                        overlaid ? root : ConfigReader.parse("{}", overlayName, new Problems()),
                        trust == TrustLevel.NORMAL,
                        leika,
                        changed.form());
        Optional<FeeOverlay.Priced> priced =
                root.find("fee")
                        .flatMap(node ->
                                new FeeOverlay(
                                                changed,
                                                known.map(Leistung::fee).orElse(new Fee.Unknown()))
                                        .read(node));
        if (overlaid) {
            root.at("fee");
        }
        fee = priced.flatMap(FeeOverlay.Priced::shown);
        feeNote = priced.flatMap(FeeOverlay.Priced::note);
        documents = HandInReader.read(root.find("attachments"), changed);
        Charge charge = priced.map(FeeOverlay.Priced::charge).orElse(new Charge.Free());
        root.find("print")
                .ifPresent(node ->
                        print =
                                new PrintTemplateReader(changed, !(charge instanceof Charge.Free))
                                        .read(node));
        Course course = new Course(files, plan, changed, problems);
        course.read(root, imported.pages(), charge);
        process = course.process();
        notes.addAll(course.notes());
        Journey made = new Journey(id, charge, course.steps());
        journey = Optional.of(made);
        FimForm worded = imported.with(ConsentReader.words(imported, consents.keySet()));
        texts = new PackageTexts(files, problems, overlaid).read(made, worded, process);
    }

    private void hash(ConfigNode root, FimForm imported) {
        ConfigNode schema = root.at("schema");
        ConfigNode node = schema.at("sha256");
        String hash = node.text("[0-9A-Fa-f]{64}", "a SHA-256 (64 hexadecimal digits)");
        String actual = imported.identity().sha256();
        if (node.present() && hash.length() == 64 && !hash.equalsIgnoreCase(actual)) {
            node.report(
                    "the overlay was written for another schema; "
                            + files.schema().map(SourceFile::name).orElse("")
                            + " has "
                            + actual
                            + ": look at the preview again, then write this hash here",
                    "PKG-HASH");
        }
        schema.noOthers();
    }

    private static List<RuleOutcome> byHand(List<RuleOutcome> rules, Set<String> enforced) {
        return rules.stream()
                .map(rule ->
                        enforced.contains(rule.id()) && rule.kind() != RuleOutcome.Kind.ENFORCED
                                ? new RuleOutcome(
                                        rule.id(),
                                        rule.name(),
                                        rule.text(),
                                        RuleOutcome.Kind.ENFORCED,
                                        "written by hand in " + ServiceFolder.OVERLAY,
                                        rule.place())
                                : rule)
                .toList();
    }

    // ---- the catalogue's entry

    private Leistung joined(Leistung service, TrustLevel trust, Optional<Forwarding> forwarding) {
        ServicePage page = service.page();
        ServicePage own = forwarding.map(to -> page.doneBy(to.name(), to.address())).orElse(page);
        return service.with(
                fee.orElse(service.fee()),
                feeNote.or(service::feeNote),
                trust == TrustLevel.NORMAL ? service.trust() : Optional.of(trust),
                own);
    }
}
