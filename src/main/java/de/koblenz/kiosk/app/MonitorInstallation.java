package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.MonitorSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// What a configuration folder says about a monitor, read and checked as a whole.
///
/// @param texts of the language that it starts with
record MonitorInstallation(MonitorSettings settings, Texts texts) {
    private static final String PART = "monitor";
    private static final List<String> LANGUAGES = List.of("de", "en");

    /// Reads everything; every mistake goes to `problems`. Only without problems may a monitor run on it.
    static MonitorInstallation read(Path configFolder, Problems problems) {
        MonitorSettings settings = MonitorSettings.read(configFolder, problems);
        return new MonitorInstallation(
                settings, texts(configFolder, settings.look().language(), problems));
    }

    /// The texts of a language; what it has other than German is a problem.
    static Texts texts(Path configFolder, String language, Problems problems) {
        TextFiles german = TextFiles.loadPart(configFolder, PART, "de", problems);
        TextFiles chosen = german;
        for (String tag : LANGUAGES) {
            if (!tag.equals("de")) {
                TextFiles other = TextFiles.loadPart(configFolder, PART, tag, problems);
                TextFiles.compare(german, other).forEach(problems::add);
                chosen = tag.equals(language) ? other : chosen;
            }
        }
        Locale locale = language.equals("en") ? Locale.UK : Locale.GERMANY;
        return new Texts(locale, chosen.texts());
    }

    /// Words for operators.
    FleetWords words(ZoneId zone) {
        return new FleetWords(texts, zone, settings.offices());
    }
}
