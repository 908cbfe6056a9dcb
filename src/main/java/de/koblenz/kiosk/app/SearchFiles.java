package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.LeikaListReader;
import de.koblenz.kiosk.service.catalog.LeikaName;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.catalog.Synonyms;
import de.koblenz.kiosk.service.catalog.SynonymsReader;
import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.catalog.TownsReader;
import java.nio.file.Path;
import java.util.List;

/// The files of words, services and towns to look for. They are read apart from the rest: the first page does not need them.
final class SearchFiles {
    private SearchFiles() {}

    static Synonyms synonyms(Path folder, ServiceCatalog catalog, Problems problems) {
        return SynonymsReader.read(
                ConfigReader.read(
                        folder.resolve(SynonymsReader.FILE), SynonymsReader.FILE, problems),
                catalog);
    }

    /// The towns of postcodes, none where there is no list.
    static Towns towns(Path folder, Problems problems) {
        return TownsReader.read(folder.resolve(TownsReader.FILE), TownsReader.FILE, problems);
    }

    /// The city's LeiKa list, empty where there is none.
    static List<LeikaName> federal(Path folder, Problems problems) {
        return LeikaListReader.read(
                folder.resolve(LeikaListReader.FILE), LeikaListReader.FILE, problems);
    }
}
