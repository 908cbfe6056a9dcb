package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.CodeLists;
import de.koblenz.kiosk.service.fim.FimForm;
import de.koblenz.kiosk.service.fim.LeistungImport;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.SchemaImport;
import java.util.List;
import java.util.Optional;

/// What description, code lists and schema of a package say, before the overlay is laid over them.
///
/// @param description empty where there is none that can be read
/// @param form empty where there is no schema that can be read
/// @param problems why something cannot be read
record FederalFiles(
        Optional<LeistungTexts> description, Optional<FimForm> form, List<Problem> problems) {
    FederalFiles {
        problems = List.copyOf(problems);
    }

    static FederalFiles read(PackageFiles files) {
        Problems problems = new Problems();
        Optional<LeistungTexts> description =
                files.description().flatMap(file -> LeistungImport.read(file, problems));
        CodeLists lists = CodeLists.read(files.lists(), problems);
        Optional<FimForm> form =
                files.schema().flatMap(file -> SchemaImport.read(file, lists, problems));
        return new FederalFiles(description, form, problems.sorted());
    }
}
