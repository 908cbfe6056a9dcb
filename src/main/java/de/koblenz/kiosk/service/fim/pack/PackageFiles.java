package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What lies in the folder of a package.
///
/// @param shown name of the folder for problems
/// @param lists genericode files
/// @param texts `texts.<tag>.yaml`
record PackageFiles(
        Path folder,
        String shown,
        Optional<Path> schema,
        Optional<Path> description,
        Optional<Path> process,
        List<Path> lists,
        List<Path> texts) {
    static final String LISTS = "codelisten";

    PackageFiles {
        lists = List.copyOf(lists);
        texts = List.copyOf(texts);
    }

    /// The files of a folder; of several of a kind the first by name, which is reported.
    static PackageFiles of(Path folder, Problems problems) {
        String shown = "services/" + folder.getFileName();
        List<Path> schemata = list(folder, "*.{xdf2.xml,xdf3.xml}", shown, problems);
        List<Path> descriptions = list(folder, "*.xzufi.xml", shown, problems);
        List<Path> processes = list(folder, "*.bpmn", shown, problems);
        Path lists = folder.resolve(LISTS);
        return new PackageFiles(
                folder,
                shown,
                only(schemata, shown, "schema", problems),
                only(descriptions, shown, "description", problems),
                only(processes, shown, "process", problems),
                Files.isDirectory(lists)
                        ? list(lists, "*.xml", shown + "/" + LISTS, problems)
                        : List.of(),
                list(folder, "texts.*.yaml", shown, problems));
    }

    private static Optional<Path> only(
            List<Path> files, String shown, String kind, Problems problems) {
        for (Path more : files.subList(Math.min(1, files.size()), files.size())) {
            problems.add(
                    new Problem(
                            shown + "/" + more.getFileName(),
                            1,
                            1,
                            "a package has one "
                                    + kind
                                    + "; "
                                    + files.getFirst().getFileName()
                                    + " is read, and not this one: take one of them away",
                            "PKG-FILES"));
        }
        return files.stream().findFirst();
    }

    private static List<Path> list(Path folder, String glob, String shown, Problems problems) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            files.forEach(found::add);
        } catch (IOException | DirectoryIteratorException _) {
            problems.add(
                    new Problem(shown, 1, 1, "the folder cannot be read", "CFG-FILE-UNREADABLE"));
        }
        Collections.sort(found);
        return found;
    }

    /// Name of a file of the package for problems.
    String name(Path file) {
        return shown + "/" + file.getFileName();
    }
}
