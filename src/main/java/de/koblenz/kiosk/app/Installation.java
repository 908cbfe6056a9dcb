package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.StaffCode;
import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.ConfigurationHash;
import de.koblenz.kiosk.config.DeviceSettings;
import de.koblenz.kiosk.config.DeviceSettings.LineOverride;
import de.koblenz.kiosk.config.KioskSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ReaderSettings;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.device.printer.DriverRegistry;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.ProfileReader;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import de.koblenz.kiosk.device.transport.SerialSettings;
import de.koblenz.kiosk.device.transport.SerialSettings.FlowControl;
import de.koblenz.kiosk.device.transport.SerialSettings.Parity;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.service.catalog.CatalogReader;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyReader;
import de.koblenz.kiosk.service.journey.Step;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a configuration folder and a folder of device profiles say, read and checked as a whole.
///
/// @param configFolder where it was read from
/// @param profileFolder where its device profiles were read from
/// @param journeys guided services that are written by hand, by id
/// @param packages those that come as packages, once they are read
/// @param locales texts of every offered language
/// @param profiles printer profiles by key
/// @param readers profiles of card readers
record Installation(
        Path configFolder,
        Path profileFolder,
        KioskSettings settings,
        ServiceCatalog catalog,
        Map<String, Journey> journeys,
        PackageShelf packages,
        Locales locales,
        Map<String, DeviceProfile> profiles,
        ReaderProfiles readers) {
    private static final String CATALOGUE = "catalogue.yaml";

    /// Reads everything; every mistake goes to `problems`, none stops the reading. Only without problems may a
    /// terminal run on it.
    static Installation read(Path configFolder, Path profileFolder, Problems problems) {
        return read(
                configFolder,
                problems,
                settings -> ProfileReader.read(profileFolder, ProblemList.PROFILES, problems),
                profileFolder);
    }

    /// Reads what a terminal in service needs: of the profiles of printers only those of its own. Otherwise as
    /// [#read(Path, Path, Problems)].
    static Installation readForService(Path configFolder, Path profileFolder, Problems problems) {
        return read(
                configFolder,
                problems,
                settings ->
                        ProfileReader.read(
                                profileFolder,
                                ProblemList.PROFILES,
                                settings.terminal().devices().values().stream()
                                        .map(DeviceSettings::profile)
                                        .collect(Collectors.toSet()),
                                problems),
                profileFolder);
    }

    private static Installation read(
            Path configFolder,
            Problems problems,
            Function<KioskSettings, Map<String, DeviceProfile>> printers,
            Path profileFolder) {
        KioskSettings settings = KioskSettings.read(configFolder, problems);
        // Texts need nothing of the catalogue: two cores read in half the time.
        Problems besides = new Problems();
        PackageShelf packages = new PackageShelf();
        CompletableFuture<Locales> locales =
                CompletableFuture.supplyAsync(() ->
                        locales(configFolder, settings.terminal().locales(), packages, besides));
        ServiceCatalog catalog =
                CatalogReader.read(
                        ConfigReader.read(configFolder.resolve(CATALOGUE), CATALOGUE, problems));
        // Every service would be unknown, which buries the one mistake that there is.
        Map<String, Journey> journeys =
                problems.unread(CATALOGUE)
                        ? Map.of()
                        : new JourneyReader(catalog)
                                .readAll(configFolder.resolve("services"), problems);
        Map<String, DeviceProfile> profiles = new HashMap<>(printers.apply(settings));
        settings.terminal().devices().values().forEach(device -> setLine(device, profiles));
        settings.terminal()
                .devices()
                .values()
                .forEach(device -> object(device, profiles, problems));
        ReaderProfiles ofAll = ReaderProfiles.read(profileFolder, ProblemList.PROFILES, problems);
        ReaderProfiles readers =
                settings.terminal()
                        .cardReader()
                        .map(reader -> only(reader, ofAll, problems))
                        .orElse(ofAll);
        Locales read = locales.join();
        besides.sorted().forEach(problems::add);
        return new Installation(
                configFolder,
                profileFolder,
                settings,
                catalog,
                journeys,
                packages,
                read,
                profiles,
                readers);
    }

    /// Takes over what the line of a device has other than its profile says.
    private static void setLine(DeviceSettings device, Map<String, DeviceProfile> profiles) {
        LineOverride own = device.line();
        profiles.computeIfPresent(
                device.profile(),
                (_, profile) -> {
                    SerialSettings usual = profile.kiosk().serial();
                    return profile.with(
                            new SerialSettings(
                                    own.baudRate().orElse(usual.baudRate()),
                                    own.dataBits().orElse(usual.dataBits()),
                                    own.parity()
                                            .map(parity -> Parity.valueOf(parity.name()))
                                            .orElse(usual.parity()),
                                    own.stopBits().orElse(usual.stopBits()),
                                    own.flowControl()
                                            .map(flow -> FlowControl.valueOf(flow.name()))
                                            .orElse(usual.flowControl()),
                                    usual.writeTimeout()));
                });
    }

    private static void object(
            DeviceSettings device, Map<String, DeviceProfile> profiles, Problems problems) {
        DriverRegistry.objection(profiles, device.profile())
                .ifPresent(
                        words -> problems.add(device.profilePlace().problem(words, "CFG-PROFILE")));
    }

    /// The reader that the terminal is told to use, if there is such a model.
    private static ReaderProfiles only(
            ReaderSettings reader, ReaderProfiles profiles, Problems problems) {
        if (profiles.all().stream().noneMatch(p -> p.key().equals(reader.profile()))) {
            problems.add(
                    reader.profilePlace()
                            .problem(
                                    "there is no reader profile '" + reader.profile() + "'",
                                    "CFG-PROFILE"));
        }
        return profiles.only(reader.profile());
    }

    private static Locales locales(
            Path folder, List<String> tags, PackageShelf packages, Problems problems) {
        Map<String, Texts> texts = new LinkedHashMap<>();
        TextFiles german = TextFiles.load(folder, "de", problems);
        texts.put("de", new Texts(Locale.GERMANY, german.texts()));
        for (String tag : tags) {
            if (!tag.equals("de")) {
                TextFiles other = TextFiles.load(folder, tag, problems);
                TextFiles.compare(german, other).forEach(problems::add);
                texts.put(tag, new Texts(Locale.forLanguageTag(tag), other.texts()));
            }
        }
        texts.replaceAll((tag, own) -> own.with(key -> packages.words(tag, key)));
        Texts base = texts.getOrDefault("de", new Texts(Locale.GERMANY, Map.of()));
        texts.replaceAll((tag, own) -> tag.equals("de") ? own : own.over(base));
        return new Locales(tags.isEmpty() ? List.of("de") : tags, texts);
    }

    /// Reads the packages; takes a second on a cold machine.
    Map<String, ServicePackage> readPackages() {
        return packages.read(catalog, configFolder.resolve("services"));
    }

    /// Adds everything that keeps a package from being started.
    ///
    /// @param day on which schemata have to be valid; empty where that does not matter
    void packageProblems(Optional<LocalDate> day, Problems problems) {
        if (problems.unread(CATALOGUE)) {
            return;
        }
        for (ServicePackage each :
                new PackageReader(catalog).readAll(configFolder.resolve("services")).values()) {
            each.problems().forEach(problems::add);
            day.flatMap(each::closed).ifPresent(problems::add);
        }
    }

    /// LeiKa keys of all services, which the authority of the bench takes.
    Set<String> leikaKeys() {
        Set<String> keys = new TreeSet<>();
        catalog.all().forEach(service -> service.leika().ifPresent(key -> keys.add(key.digits())));
        return keys;
    }

    /// The profile of that key.
    DeviceProfile profile(String key) {
        DeviceProfile profile = profiles.get(key);
        if (profile == null) {
            throw new IllegalArgumentException("no profile " + key);
        }
        return profile;
    }

    /// The German texts, in which papers are printed.
    Texts german() {
        return locales.texts("de");
    }

    /// Short hash of everything that was read, by which the data centre sees what runs where; empty where a
    /// file has become unreadable since.
    String hash() {
        try {
            return ConfigurationHash.of(List.of(configFolder, profileFolder));
        } catch (IOException _) {
            return "";
        }
    }

    /// The same terminal with its screen turned.
    Installation turned(boolean portrait) {
        return with(settings.turned(portrait));
    }

    /// The same terminal with a staff code that anybody may know, for bench and demo: the city's own is no business of
    /// theirs.
    ///
    /// @param folder takes the file with its hash
    Installation withStaffCode(String digits, Path folder) throws IOException {
        Path file = folder.resolve("staff-code");
        try (Secret code = new Secret()) {
            digits.chars().forEach(digit -> code.append(digit - '0'));
            Files.writeString(file, StaffCode.of(code, new SecureRandom()).line());
        }
        return with(settings.withStaffCode(ReferencedFile.of(file)));
    }

    /// The same with other keys of those who may command it.
    Installation withCommandKeys(ReferencedFile file) {
        return with(settings.withCommandKeys(file));
    }

    private Installation with(KioskSettings other) {
        return new Installation(
                configFolder,
                profileFolder,
                other,
                catalog,
                journeys,
                packages,
                locales,
                profiles,
                readers);
    }

    /// Destinations of FIT-Connect that packages send to.
    static Set<String> destinations(Collection<ServicePackage> packages) {
        Set<String> found = new TreeSet<>();
        for (ServicePackage each : packages) {
            if (each.startable()) {
                each.journey()
                        .flatMap(journey -> journey.step(Step.Submission.class))
                        .ifPresent(step -> found.add(step.destinationId()));
            }
        }
        return found;
    }

    /// Destinations of FIT-Connect that services send to which are written by hand.
    Set<String> destinations() {
        Set<String> found = new TreeSet<>();
        journeys.values()
                .forEach(journey ->
                        journey.step(Step.Submission.class)
                                .ifPresent(s -> found.add(s.destinationId())));
        return found;
    }
}
