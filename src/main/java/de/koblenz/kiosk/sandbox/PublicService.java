package de.koblenz.kiosk.sandbox;

import java.net.URI;

/// A service for which a destination takes applications.
///
/// @param identifier `urn:de:fim:leika:leistung:` and the 14 digits of the LeiKa key
/// @param schema the schema that the application's data follow
public record PublicService(String identifier, String name, URI schema) {}
