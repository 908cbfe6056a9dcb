package de.koblenz.kiosk.service.fim;

import java.util.Optional;

/// Which schema a form was made from.
///
/// @param standard such as `XDatenfelder 3.0.0`
/// @param id such as `S00000000001`
/// @param version of the schema
/// @param name as the federation calls it
/// @param title `bezeichnung`, for citizens; the name where there is none
/// @param release empty where nothing known is said
/// @param validity days on which it may be used
/// @param sha256 of the file, 64 hexadecimal digits
public record SchemaIdentity(
        String standard,
        String id,
        String version,
        String name,
        String title,
        Optional<ReleaseState> release,
        Validity validity,
        String sha256) {
    /// The same without an end and a beginning.
    SchemaIdentity unlimited() {
        return new SchemaIdentity(
                standard, id, version, name, title, release, Validity.ALWAYS, sha256);
    }
}
