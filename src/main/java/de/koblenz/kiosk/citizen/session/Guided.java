package de.koblenz.kiosk.citizen.session;

/// The guided service that a session runs.
///
/// @param serviceId id in the catalogue
public record Guided(String serviceId) {}
