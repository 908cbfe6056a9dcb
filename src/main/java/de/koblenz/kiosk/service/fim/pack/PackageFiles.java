package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.xml.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What lies in the folder of a package.
///
/// @param shown name of the folder for problems
/// @param overlay what the city wrote
/// @param lists genericode files
/// @param texts `texts.<tag>.yaml`
record PackageFiles(
        String shown,
        Optional<SourceFile> overlay,
        Optional<SourceFile> schema,
        Optional<SourceFile> description,
        Optional<SourceFile> process,
        List<SourceFile> lists,
        List<SourceFile> texts) {
    private static final String LISTS = "codelisten";
    private static final List<String> KINDS = List.of(".xdf2.xml", ".xdf3.xml", ".xzufi.xml");

    PackageFiles {
        lists = List.copyOf(lists);
        texts = List.copyOf(texts);
    }

    /// The files of a folder; of several of a kind the first by name, which is reported.
    static PackageFiles of(Path folder, Problems problems) {
        String id = String.valueOf(folder.getFileName());
        String shown = "services/" + id;
        Path lists = folder.resolve(LISTS);
        return of(
                id,
                list(folder, shown, problems),
                Files.isDirectory(lists)
                        ? list(lists, shown + "/" + LISTS, problems).stream()
                                .filter(file -> file.name().endsWith(".xml"))
                                .toList()
                        : List.of(),
                problems);
    }

    /// The files of the package `id`, wherever they come from.
    static PackageFiles of(
            String id, List<SourceFile> files, List<SourceFile> lists, Problems problems) {
        strangers(files, problems);
        return new PackageFiles(
                "services/" + id,
                files.stream()
                        .filter(file -> file.name().equals(ServiceFolder.OVERLAY))
                        .findFirst(),
                only(files, "schema", problems, ".xdf2.xml", ".xdf3.xml"),
                only(files, "description", problems, ".xzufi.xml"),
                only(files, "process", problems, ".bpmn"),
                lists,
                files.stream()
                        .filter(file ->
                                file.name().startsWith("texts.") && file.name().endsWith(".yaml"))
                        .toList());
    }

    /// A file as it comes from a download: nothing in its name says what it is.
    private static void strangers(List<SourceFile> files, Problems problems) {
        for (SourceFile file : files) {
            if (file.name().endsWith(".xml")
                    && KINDS.stream().noneMatch(kind -> file.name().endsWith(kind))) {
                problems.add(
                        new Problem(
                                file.shown(),
                                1,
                                1,
                                "what is this file? Call a schema *.xdf2.xml or *.xdf3.xml, a description *.xzufi.xml;"
                                        + " code lists go into the folder "
                                        + LISTS,
                                "PKG-FILES"));
            }
        }
    }

    private static Optional<SourceFile> only(
            List<SourceFile> all, String kind, Problems problems, String... endings) {
        List<SourceFile> files =
                all.stream()
                        .filter(file -> List.of(endings).stream().anyMatch(file.name()::endsWith))
                        .toList();
        for (SourceFile more : files.subList(Math.min(1, files.size()), files.size())) {
            problems.add(
                    new Problem(
                            more.shown(),
                            1,
                            1,
                            "a package has one "
                                    + kind
                                    + "; "
                                    + files.getFirst().name()
                                    + " is read, and not this one: take one of them away",
                            "PKG-FILES"));
        }
        return files.stream().findFirst();
    }

    private static List<SourceFile> list(Path folder, String shown, Problems problems) {
        List<SourceFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> found.add(SourceFile.at(file, shown + "/" + file.getFileName())));
        } catch (IOException | DirectoryIteratorException _) {
            problems.add(
                    new Problem(shown, 1, 1, "the folder cannot be read", "CFG-FILE-UNREADABLE"));
        }
        found.sort(Comparator.comparing(SourceFile::name));
        return found;
    }
}
