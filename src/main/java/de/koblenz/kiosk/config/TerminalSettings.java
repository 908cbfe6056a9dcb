package de.koblenz.kiosk.config;

import de.koblenz.kiosk.config.DeviceSettings.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `terminal.yaml`: this one terminal, where it stands and what is plugged in.
///
/// @param id name of the terminal, unique in its office; part of its MQTT topic
/// @param office where it stands
/// @param openingHours when it serves citizens
/// @param screen the screen as it hangs
/// @param dataFolder absolute path of the folder for orders and journals
/// @param staffCode file with the hash of the staff code; empty where staff cannot come in
/// @param locales BCP 47 tags in the order of the language page; German among them
/// @param devices what is plugged in
/// @param cardReader the card reader to use; without it whichever has a card
/// @param scanner the document scanner; empty where the terminal has none
public record TerminalSettings(
        String id,
        Office office,
        OpeningHours openingHours,
        Screen screen,
        Path dataFolder,
        Optional<ReferencedFile> staffCode,
        List<String> locales,
        Map<Role, DeviceSettings> devices,
        Optional<ReaderSettings> cardReader,
        Optional<ScannerSettings> scanner) {

    private static final String LOCALE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    public TerminalSettings {
        locales = List.copyOf(locales);
        devices = Map.copyOf(devices);
    }

    TerminalSettings turned(boolean portrait) {
        return new TerminalSettings(
                id,
                office,
                openingHours,
                screen.turned(portrait),
                dataFolder,
                staffCode,
                locales,
                devices,
                cardReader,
                scanner);
    }

    TerminalSettings withStaffCode(ReferencedFile file) {
        return new TerminalSettings(
                id,
                office,
                openingHours,
                screen,
                dataFolder,
                Optional.of(file),
                locales,
                devices,
                cardReader,
                scanner);
    }

    /// The device that does `role`; every role has one.
    public DeviceSettings device(Role role) {
        DeviceSettings device = devices.get(role);
        if (device == null) {
            throw new IllegalArgumentException("no device for " + role);
        }
        return device;
    }

    /// The office where the terminal stands.
    ///
    /// @param id lower-case name
    /// @param name as citizens know it
    /// @param address one line
    /// @param phone as written on a door; for pages that say "ask us"
    public record Office(String id, LocalizedText name, String address, String phone) {
        static Office read(ConfigNode node) {
            Office office =
                    new Office(
                            ValueForms.name(node.at("id")),
                            ValueForms.filledPerLanguage(node.at("name")),
                            ValueForms.filled(node.at("address")),
                            node.at("phone").text("[0-9+][0-9 /()-]{1,29}", "a telephone number"));
            node.noOthers();
            return office;
        }
    }

    /// The data folder alone, for whoever has to know it before the rest is read.
    ///
    /// @return empty where the file does not say so
    public static Optional<Path> dataFolder(Path configFolder) {
        Path folder = configFolder.toAbsolutePath().normalize();
        return ConfigReader.read(folder.resolve("terminal.yaml"), "terminal.yaml", new Problems())
                .find("dataFolder")
                .map(node -> ReferencedFile.resolve(ValueForms.filled(node), folder));
    }

    /// The terminal's name alone, for one whose files have faults.
    ///
    /// @return empty where the file does not say so
    public static Optional<String> id(Path configFolder) {
        Path folder = configFolder.toAbsolutePath().normalize();
        Problems problems = new Problems();
        Optional<ConfigNode> found =
                ConfigReader.read(folder.resolve("terminal.yaml"), "terminal.yaml", problems)
                        .find("id");
        int before = problems.count();
        return found.map(ValueForms::name).filter(_ -> problems.count() == before);
    }

    static TerminalSettings read(ConfigNode node, Path folder) {
        String id = ValueForms.name(node.at("id"));
        Office office = Office.read(node.at("office"));
        OpeningHours hours = OpeningHours.read(node.at("openingHours"));
        Screen screen = readScreen(node.at("screen"));
        Path data = ReferencedFile.resolve(ValueForms.filled(node.at("dataFolder")), folder);
        Optional<ReferencedFile> staffCode =
                node.find("staffCodeFile")
                        .map(_ -> ReferencedFile.secret(node, "staffCodeFile", folder));
        List<String> locales = readLocales(node.at("locales"));
        ConfigNode plugged = node.at("devices");
        Map<Role, DeviceSettings> devices = readDevices(plugged);
        Optional<ReaderSettings> reader = plugged.find("card-reader").map(ReaderSettings::read);
        Optional<ScannerSettings> scanner =
                plugged.find("document-scanner").map(ScannerSettings::read);
        plugged.noOthers();
        node.noOthers();
        return new TerminalSettings(
                id, office, hours, screen, data, staffCode, locales, devices, reader, scanner);
    }

    private static Screen readScreen(ConfigNode node) {
        int before = node.problemCount();
        Screen screen =
                new Screen(
                        node.at("diagonalInches").decimal(10, 65),
                        node.at("orientation").oneOf(Screen.Orientation.class),
                        node.at("widthPx").integer(320, 7_680),
                        node.at("heightPx").integer(320, 7_680),
                        node.at("lowerEdgeMm").integer(100, 2_000),
                        node.at("viewingDistanceCm").integer(30, 200));
        // A substitute for a missing number must not be blamed for its millimetres.
        if (node.present() && node.problemCount() == before) {
            ScreenFit.check(screen, node);
        }
        node.noOthers();
        return screen;
    }

    private static List<String> readLocales(ConfigNode node) {
        List<String> locales = new ArrayList<>();
        for (ConfigNode item : node.items()) {
            String locale = item.text(LOCALE, "a language such as de, en or pt-BR");
            if (locales.contains(locale)) {
                item.report("the language '" + locale + "' stands twice", "CFG-TWICE");
            }
            locales.add(locale);
        }
        if (node.present() && !locales.contains(LocalizedText.GERMAN)) {
            node.report("German (de) must be among the languages", "CFG-LOCALES");
        }
        return locales;
    }

    private static Map<Role, DeviceSettings> readDevices(ConfigNode node) {
        Map<Role, DeviceSettings> devices = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String key = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            devices.put(role, DeviceSettings.read(node.at(key)));
        }
        return devices;
    }
}
