package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.xml.SourceFile;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlFile;
import de.koblenz.kiosk.xml.XmlRefused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Imports schemata of XDatenfelder 2 and 3 (see `docs/fim.md`). Thread-safe.
public final class SchemaImport {
    /// Bytes.
    private static final int LARGE = 200_000;

    private SchemaImport() {}

    /// The form of a file; empty, with a problem, where the file is no schema that can be read.
    ///
    /// @param lists the code lists beside it
    public static Optional<FimForm> read(SourceFile file, CodeLists lists, Problems problems) {
        try {
            return Optional.of(form(file.content(), file.shown(), lists));
        } catch (XmlRefused e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /// The hash of a large file is made while it is read: it takes as long.
    private static Supplier<String> hash(byte[] content) {
        if (content.length < LARGE) {
            return () -> XmlFile.sha256(content);
        }
        CompletableFuture<String> hash =
                CompletableFuture.supplyAsync(
                        () -> XmlFile.sha256(content), task -> Thread.startVirtualThread(task));
        return hash::join;
    }

    /// The form of a file's content.
    static FimForm form(byte[] content, String shown, CodeLists lists) throws XmlRefused {
        ImportNotes notes = new ImportNotes();
        Supplier<String> hash = hash(content);
        Schema schema =
                SchemaReader.read(XmlCursor.open(Relations.blanked(content), shown), hash, notes);
        FormTexts texts = new FormTexts();
        List<FormPart> parts =
                CardHolder.fill(
                        new FormParts(lists, texts, notes)
                                .parts(schema.elements(), Optional.empty()),
                        notes);
        if (parts.isEmpty()) {
            throw new XmlRefused(
                    new de.koblenz.kiosk.config.Place(shown, 1, 1),
                    "nothing of the schema can be asked",
                    "FIM-KIND");
        }
        List<QuestionPage> pages = DefaultPages.of(parts, texts);
        SchemaRules rules = SchemaRules.of(schema, parts, texts);
        FormDefinition form =
                new FormDefinition(
                        schema.identity().id().isEmpty() ? "schema" : schema.identity().id(),
                        rules.elements(),
                        rules.rules());
        return new FimForm(
                schema.identity(), form, pages, texts.all(), notes.sorted(), rules.outcomes());
    }
}
