package de.koblenz.kiosk.config;

/// The card reader of this terminal, where more than one is plugged in or only a certain model is to be used.
///
/// @param profile name of a file in the readers' folder of the device profiles
/// @param profilePlace where that name stands
public record ReaderSettings(String profile, Place profilePlace) {
    static ReaderSettings read(ConfigNode node) {
        ConfigNode profile = node.at("profile");
        ReaderSettings settings =
                new ReaderSettings(ValueForms.foreignId(profile), profile.place());
        node.noOthers();
        return settings;
    }
}
