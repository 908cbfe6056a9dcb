package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.SchemaElement.ListReference;
import de.koblenz.kiosk.xml.SourceFile;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.ArrayList;
import java.util.List;

/// The code lists that lie in a package beside its schema. Immutable.
public final class CodeLists {
    /// No list at all.
    public static final CodeLists NONE = new CodeLists(List.of());

    private final List<CodeListFile> files;

    private CodeLists(List<CodeListFile> files) {
        this.files = List.copyOf(files);
    }

    /// Reads genericode files; one that cannot be read is reported and left out.
    public static CodeLists read(List<SourceFile> files, Problems problems) {
        List<CodeListFile> lists = new ArrayList<>();
        for (SourceFile file : files) {
            try {
                lists.add(CodeListFile.read(XmlCursor.open(file.content(), file.shown())));
            } catch (XmlRefused e) {
                problems.add(e.problem());
            }
        }
        return new CodeLists(lists);
    }

    /// Every list that the reference can mean: one where all is well.
    List<CodeListFile> find(ListReference reference) {
        return files.stream().filter(file -> file.is(reference)).toList();
    }
}
