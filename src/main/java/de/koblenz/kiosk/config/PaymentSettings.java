package de.koblenz.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// `payment.yaml`: the payment platform, reached by XBezahldienste 1.0.0.
///
/// @param baseUrl base of the interface, ends with `/`
/// @param originatorId the city, as the platform named it
/// @param endPointId the account of the city
/// @param user user of the basic authentication
/// @param secretFile its password
/// @param returnPage where the phone goes after paying
/// @param fees what the provider takes per transaction, as the city agreed it; empty where that is not known
/// @param timeLimit how long a citizen can pay
/// @param pollInterval pause between two questions whether it was paid
/// @param requestTimeout longest wait for one answer
public record PaymentSettings(
        URI baseUrl,
        String originatorId,
        String endPointId,
        String user,
        ReferencedFile secretFile,
        URI returnPage,
        Map<Method, Fee> fees,
        Duration timeLimit,
        Duration pollInterval,
        Duration requestTimeout) {

    /// How a citizen can pay. giropay and paydirekt ended on 31.12.2024: known for old bookings.
    public enum Method {
        CREDITCARD,
        PAYPAL,
        WERO,
        GIROCARD,
        GIROPAY,
        PAYDIRECT,
        OTHER
    }

    /// What the provider takes of one transaction.
    ///
    /// @param cents fixed part
    /// @param basisPoints hundredths of a per cent of the amount
    public record Fee(int cents, int basisPoints) {}

    public PaymentSettings {
        fees = Map.copyOf(fees);
    }

    static PaymentSettings read(ConfigNode node, Path folder) {
        PaymentSettings settings =
                new PaymentSettings(
                        readBase(node.at("baseUrl")),
                        ValueForms.foreignId(node.at("originatorId")),
                        ValueForms.foreignId(node.at("endPointId")),
                        ValueForms.filled(node.at("user")),
                        ReferencedFile.secret(node, "secretFile", folder),
                        WebAddress.read(node.at("returnPage")),
                        node.find("fees").map(PaymentSettings::readFees).orElse(Map.of()),
                        node.at("timeLimit").duration(Duration.ofMinutes(1), Duration.ofHours(1)),
                        node.at("pollInterval")
                                .duration(Duration.ofMillis(500), Duration.ofSeconds(30)),
                        node.at("requestTimeout")
                                .duration(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        node.noOthers();
        return settings;
    }

    /// Paths are appended, so the base ends with a slash.
    private static URI readBase(ConfigNode node) {
        URI base = WebAddress.read(node);
        if (node.present() && !node.text().endsWith("/")) {
            node.report("the address must end with '/'", "CFG-URL");
        }
        return base;
    }

    private static Map<Method, Fee> readFees(ConfigNode node) {
        Map<Method, Fee> fees = new EnumMap<>(Method.class);
        if (!node.isMapping()) {
            node.report("expected keys and values here", "CFG-TYPE");
            return fees;
        }
        for (Method method : Method.values()) {
            node.find(method.name().toLowerCase(Locale.ROOT))
                    .ifPresent(fee -> {
                        fees.put(
                                method,
                                new Fee(
                                        fee.at("cents").integer(0, 10_000),
                                        fee.at("basisPoints").integer(0, 10_000)));
                        fee.noOthers();
                    });
        }
        node.noOthers();
        return fees;
    }
}
