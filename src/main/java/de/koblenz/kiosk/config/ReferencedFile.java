package de.koblenz.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file that a setting names. Secrets are only ever named: they lie beside the configuration in files
/// of their own, readable by the terminal's user alone.
///
/// Whether the file exists is no matter of the configuration but of the machine ([InstallationCheck]).
///
/// @param path absolute path
/// @param place where the setting names it
public record ReferencedFile(Path path, Place place) {

    /// A file that no setting names, for the bench and for tests.
    public static ReferencedFile of(Path path) {
        return new ReferencedFile(path.toAbsolutePath(), new Place(path.toString(), 1, 1));
    }

    /// A path, absolute, relative to the configuration folder, or beginning with `~/`.
    static ReferencedFile read(ConfigNode node, Path folder) {
        String text = ValueForms.filled(node);
        return new ReferencedFile(resolve(text, folder), node.place());
    }

    /// A secret's file; whoever wrote the secret itself, under one of the usual words or in the place of the file's
    /// name, is told.
    ///
    /// @param parent the mapping that has `key`
    static ReferencedFile secret(ConfigNode parent, String key, Path folder) {
        for (String word : List.of("secret", "password", "token", "clientSecret")) {
            parent.find(word)
                    .ifPresent(inline ->
                            inline.report(
                                    "a secret does not belong into this file: write it into a"
                                            + " file of its own and name that under '"
                                            + key
                                            + "'",
                                    "CFG-SECRET-INLINE"));
        }
        ConfigNode named = parent.at(key);
        String text = ValueForms.filled(named);
        ReferencedFile file = new ReferencedFile(resolve(text, folder), named.place());
        if (!text.isBlank() && !text.contains("/") && !Files.exists(file.path())) {
            // Never quoted: it may be the secret.
            named.report(
                    "this names no file; write its whole path, and if this is the secret itself, change it and"
                            + " write the new one into that file",
                    "CFG-SECRET-INLINE");
        }
        return file;
    }

    static Path resolve(String text, Path folder) {
        if (text.startsWith("~/")) {
            return Path.of(System.getProperty("user.home", "/"), text.substring(2)).normalize();
        }
        return folder.resolve(text.replace("\0", "")).toAbsolutePath().normalize();
    }

    /// The content of a text file without white space around it; empty, and reported, if it cannot be read.
    public String content(Problems problems) {
        try {
            return Files.readString(path).strip();
        } catch (IOException _) {
            reportMissing(problems);
            return "";
        }
    }

    void reportMissing(Problems problems) {
        problems.add(
                place.problem(
                        "the file " + path + " is missing or not readable", "CFG-SECRET-MISSING"));
    }
}
