package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.catalog.TrustLevel;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads guided services that are written by hand, one folder each: `services/<id>/service.yaml` with `texts.de.yaml` beside it.
/// Packages ([ServiceFolder]) are left to their own reader.
///
/// Mistakes are reported at their place with a `JRN-…` or `CFG-…` code; a service with mistakes is not returned. Holds no
/// state of a reading; thread-safe.
public final class JourneyReader {
    private static final String SERVICE = "service.yaml";

    private final ServiceCatalog catalog;

    /// Makes a reader for services of a catalogue.
    public JourneyReader(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    /// All services written by hand in the folder `services`, by id, in the order of their ids.
    public Map<String, Journey> readAll(Path services, Problems problems) {
        Map<String, Journey> journeys = new LinkedHashMap<>();
        try (Stream<Path> folders = Files.list(services)) {
            for (Path folder :
                    folders.filter(Files::isDirectory)
                            .filter(each -> !ServiceFolder.isPackage(each))
                            .sorted()
                            .toList()) {
                read(folder, problems)
                        .ifPresent(journey -> journeys.put(journey.serviceId(), journey));
            }
        } catch (IOException _) {
            problems.add(
                    new Problem(
                            services.getFileName().toString(),
                            1,
                            1,
                            "the folder of the services cannot be read",
                            "CFG-FILE-UNREADABLE"));
        }
        return journeys;
    }

    /// The service of one folder.
    public Optional<Journey> read(Path folder, Problems problems) {
        String name = folder.getFileName().toString();
        String shown = "services/" + name;
        Problems mine = new Problems();
        ConfigNode root = ConfigReader.read(folder.resolve(SERVICE), shown + "/" + SERVICE, mine);
        Optional<Journey> journey = root.present() ? journey(root, name, mine) : Optional.empty();
        journey.ifPresent(read -> ServiceTexts.check(read, folder, shown, mine));
        mine.sorted().forEach(problems::add);
        return mine.none() ? journey : Optional.empty();
    }

    private Optional<Journey> journey(ConfigNode root, String name, Problems mine) {
        ConfigNode idNode = root.at("service");
        String id = idNode.text();
        Optional<Leistung> service = catalog.find(id);
        if (idNode.present() && !id.equals(name)) {
            idNode.report("the folder is called '" + name + "', not '" + id + "'", "JRN-FOLDER");
        }
        if (idNode.present() && service.isEmpty()) {
            List<String> ids = catalog.all().stream().map(Leistung::id).toList();
            idNode.report(
                    "the catalogue has no service '" + id + "'" + ConfigNode.suggestion(id, ids),
                    "JRN-SERVICE-UNKNOWN");
        }
        FormDefinition form = new FormReader().read(id, root);
        Optional<Charge> charge =
                new ChargeReader(form).read(root.at("charge"), service.map(Leistung::fee));
        ConfigNode stepsNode = root.at("steps");
        List<Step> steps = new StepReader(form, service).read(stepsNode);
        root.noOthers();
        if (root.find("form").isPresent()
                && steps.stream().noneMatch(Step.Questions.class::isInstance)) {
            stepsNode.report("there is a form, but no step 'questions'", "JRN-STEP-MISSING");
        }
        charge.ifPresent(known -> agree(known, steps, stepsNode));
        if (stepsNode.present()) {
            service.ifPresent(known -> trust(known, steps, stepsNode));
        }
        return mine.none() ? charge.map(known -> new Journey(id, known, steps)) : Optional.empty();
    }

    /// A service for which a typed name is not enough may not be reached with one.
    private static void trust(Leistung service, List<Step> steps, ConfigNode stepsNode) {
        boolean typed = service.trust().map(TrustLevel.NORMAL::equals).orElse(true);
        boolean identified =
                steps.stream()
                        .anyMatch(step ->
                                step instanceof Step.Identification(boolean byHand, var _)
                                        && !byHand);
        if (!typed && !identified) {
            stepsNode.report(
                    "the service's trust level asks for 'identification' with byHand: false",
                    "JRN-TRUST");
        }
    }

    private static void agree(Charge charge, List<Step> steps, ConfigNode stepsNode) {
        boolean pays = steps.stream().anyMatch(Step.Payment.class::isInstance);
        boolean tariffs = steps.stream().anyMatch(Step.Tariffs.class::isInstance);
        if (stepsNode.present() && pays == charge instanceof Charge.Free) {
            stepsNode.report(
                    pays ? "there is nothing to pay" : "'payment' is missing: the service costs",
                    "JRN-CHARGE-STEPS");
        }
        if (stepsNode.present() && tariffs != charge instanceof Charge.ByTariffs) {
            stepsNode.report(
                    "'tariffs' as a step and as the charge belong together", "JRN-CHARGE-STEPS");
        }
    }
}
