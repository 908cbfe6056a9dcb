package de.koblenz.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// `submission.yaml`: FIT-Connect v2, by which applications reach an authority.
///
/// @param authUrl token address (OAuth 2.0 client credentials)
/// @param apiUrl base of the submission interface, without the version
/// @param clientId the terminal's sender account
/// @param secretFile its secret
/// @param requestTimeout longest wait for one answer
public record SubmissionSettings(
        URI authUrl,
        URI apiUrl,
        String clientId,
        ReferencedFile secretFile,
        Duration requestTimeout) {

    static SubmissionSettings read(ConfigNode node, Path folder) {
        SubmissionSettings settings =
                new SubmissionSettings(
                        WebAddress.read(node.at("authUrl")),
                        WebAddress.read(node.at("apiUrl")),
                        ValueForms.foreignId(node.at("clientId")),
                        ReferencedFile.secret(node, "secretFile", folder),
                        node.at("requestTimeout")
                                .duration(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        node.noOthers();
        return settings;
    }
}
