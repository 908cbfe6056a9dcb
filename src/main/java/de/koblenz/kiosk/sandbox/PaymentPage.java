package de.koblenz.kiosk.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page that a citizen sees on the phone. Its form and words lie beside it as `payment-page.html`, `payment-page.css` and
/// `payment-page.properties`. Immutable.
final class PaymentPage {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-zA-Z.]+)}}");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY)
                    .withZone(ZoneId.of("Europe/Berlin"));

    private final String frame = resource("payment-page.html");
    private final String style = resource("payment-page.css");
    private final Properties words = new Properties();
    private final List<PaymentMethod> offered;

    PaymentPage(List<PaymentMethod> offered) {
        this.offered = offered;
        try (InputStreamReader reader =
                new InputStreamReader(open("payment-page.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String render(PaymentTransaction transaction) {
        boolean open = transaction.status() == PaymentStatus.INITIAL;
        return fill(
                frame,
                Map.of(
                        "style", style,
                        "heading", word(transaction.status() + ".heading"),
                        "text", escape(word(transaction.status() + ".text", transaction)),
                        "state", transaction.status().name().toLowerCase(Locale.ROOT),
                        "amount", euros(transaction.amountCents()),
                        "purpose", escape(transaction.purpose()),
                        "description", escape(transaction.description()),
                        "reference", escape(transaction.reference()),
                        "action", open ? form() : back(transaction)));
    }

    private String form() {
        StringBuilder html = new StringBuilder("<form method=\"post\">\n<fieldset><legend>");
        html.append(word("method.legend")).append("</legend>\n");
        String checked = " checked";
        for (PaymentMethod method : offered) {
            html.append("<label class=\"method\"><input type=\"radio\" name=\"method\" value=\"")
                    .append(method)
                    .append('"')
                    .append(checked)
                    .append("><span>")
                    .append(word("method." + method))
                    .append("</span></label>\n");
            checked = "";
        }
        html.append("</fieldset>\n");
        for (String action : new String[] {"pay", "cancel", "decline"}) {
            html.append("<button class=\"")
                    .append(action)
                    .append("\" name=\"action\" value=\"")
                    .append(action)
                    .append("\">")
                    .append(word("button." + action))
                    .append("</button>\n");
        }
        return html.append("</form>").toString();
    }

    private String back(PaymentTransaction transaction) {
        if (transaction.redirectUrl().isEmpty()) {
            return "";
        }
        return "<a class=\"back\" href=\""
                + escape(transaction.redirectUrl())
                + "\">"
                + word("button.back")
                + "</a>";
    }

    private String word(String key, PaymentTransaction transaction) {
        return word(key).replace("{time}", HOUR.format(transaction.expiresAt()));
    }

    private String word(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("payment-page.properties lacks " + key);
        }
        return text;
    }

    /// Fills the gaps in one pass, so that nothing filled in is ever read as a gap.
    private String fill(String template, Map<String, String> values) {
        Matcher gaps = GAP.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (gaps.find()) {
            String name = gaps.group(1);
            String value = values.get(name);
            gaps.appendReplacement(
                    filled, Matcher.quoteReplacement(value == null ? word(name) : value));
        }
        return gaps.appendTail(filled).toString();
    }

    private static String euros(int cents) {
        return String.format(Locale.GERMANY, "%,d,%02d\u00a0€", cents / 100, cents % 100);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = PaymentPage.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing in the jar");
        }
        return in;
    }
}
