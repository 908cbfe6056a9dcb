package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.ConfigNode;
import java.util.List;
import java.util.Optional;

/// Reads a fee: one of the words `free`, `tax`, `tariff`, `unknown`, or an amount by its keys.
final class FeeReader {
    /// 10,000 €: more is a slip of the keyboard.
    private static final int MOST_CENTS = 1_000_000;

    private static final int MOST_WEEKS = 53;
    private static final List<String> WORDS = List.of("free", "tax", "tariff", "unknown");

    private FeeReader() {}

    static Fee read(ConfigNode node) {
        if (!node.present()) {
            return new Fee.Unknown();
        }
        return node.isMapping() ? amount(node) : word(node);
    }

    private static Fee word(ConfigNode node) {
        return switch (node.text()) {
            case "free" -> new Fee.Free();
            case "tax" -> new Fee.Tax();
            case "tariff" -> new Fee.ByTariff();
            case "unknown" -> new Fee.Unknown();
            default -> {
                if (!node.isList()) {
                    node.report(
                            "'"
                                    + node.text()
                                    + "' is no fee: write one of "
                                    + String.join(", ", WORDS)
                                    + ", or an amount such as {fixedCents: 1300}"
                                    + ConfigNode.suggestion(node.text(), WORDS),
                            "CAT-FEE-FORM");
                }
                yield new Fee.Unknown();
            }
        };
    }

    private static Fee amount(ConfigNode node) {
        Fee fee = kind(node);
        node.noOthers();
        return fee;
    }

    private static Fee kind(ConfigNode node) {
        Optional<ConfigNode> fixed = node.find("fixedCents");
        if (fixed.isPresent()) {
            return new Fee.Fixed(fixed.get().integer(1, MOST_CENTS));
        }
        Optional<ConfigNode> paper = node.find("paperCents");
        if (paper.isPresent()) {
            return new Fee.OnPaper(paper.get().integer(1, MOST_CENTS));
        }
        Optional<ConfigNode> each = node.find("eachCents");
        if (each.isPresent()) {
            return new Fee.PerPiece(
                    each.get().integer(1, MOST_CENTS),
                    node.at("furtherCents").integer(0, MOST_CENTS),
                    CatalogReader.text(node.at("piece")));
        }
        Optional<ConfigNode> least = node.find("leastCents");
        if (least.isPresent()) {
            return new Fee.ByArea(
                    least.get().integer(0, MOST_CENTS),
                    node.at("centsPerSquareMetreWeek").integer(1, MOST_CENTS / 100),
                    node.at("weeks").integer(1, MOST_WEEKS));
        }
        node.report(
                "an amount needs fixedCents, or paperCents, or eachCents with furtherCents and"
                        + " piece, or leastCents with centsPerSquareMetreWeek and weeks",
                "CAT-FEE-FORM");
        return new Fee.Unknown();
    }
}
