package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.service.fim.pack.PrintTemplate.Block;
import de.koblenz.kiosk.service.fim.pack.PrintTemplate.Known;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.CardDatum;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads `print:` of an overlay. Not thread-safe: one reading.
final class PrintTemplateReader {
    private static final int MOST_BLOCKS = 30;
    private static final int MOST_FIELDS = 12;

    /// Some 25 lines of a narrow paper.
    private static final int LONGEST_TEXT = 800;

    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_ADDRESS = 300;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");
    private static final List<String> KEYS = List.of("heading", "title", "text", "answers", "qr");

    private final FormNames names;
    private final boolean pays;
    private final Set<Known> seen = EnumSet.noneOf(Known.class);
    private boolean answered;
    private final Set<FieldPath> printed = new HashSet<>();

    /// @param names of the form as it is with all changes
    /// @param pays whether something may have to be paid
    PrintTemplateReader(FormNames names, boolean pays) {
        this.names = names;
        this.pays = pays;
    }

    PrintTemplate read(ConfigNode node) {
        ConfigNode list = node.at("receipt");
        node.noOthers();
        List<ConfigNode> items = list.items();
        List<Block> blocks = new ArrayList<>();
        for (ConfigNode item : items.stream().limit(MOST_BLOCKS).toList()) {
            block(item, blocks.isEmpty()).ifPresent(blocks::add);
        }
        if (items.size() > MOST_BLOCKS) {
            items.get(MOST_BLOCKS).report("a receipt has at most 30 blocks", "PKG-PRINT");
        }
        if (list.isList()) {
            lacks(list, Known.ORDER, "the number by which the office finds the application");
            lacks(list, Known.SENDING, "whether the application has been sent");
            if (pays) {
                lacks(list, Known.PAYMENT, "what was paid, with the Kassenzeichen");
            }
            if (names.all().values().stream()
                    .anyMatch(it ->
                            it instanceof Field field
                                    && field.type() instanceof FieldType.Attachment)) {
                lacks(list, Known.DOCUMENTS, "what has to be handed in, and until when");
            }
        }
        return new PrintTemplate(blocks);
    }

    private void lacks(ConfigNode list, Known block, String what) {
        if (!seen.contains(block)) {
            list.report(
                    "the block '" + word(block) + "' is missing: people need to know " + what,
                    "PKG-PRINT-LACKS");
        }
    }

    private Optional<Block> block(ConfigNode item, boolean first) {
        if (!item.isMapping()) {
            return known(item);
        }
        Map<String, ConfigNode> entries = item.entries();
        if (entries.size() != 1) {
            item.report("expected one block: a word, or one key with its words", "PKG-PRINT");
            return Optional.empty();
        }
        String key = entries.keySet().iterator().next();
        ConfigNode value = item.at(key);
        return switch (key) {
            case "heading" -> {
                if (!first) {
                    item.key(key).report("the heading stands first", "PKG-PRINT");
                }
                yield Optional.of(new PrintTemplate.Heading(text(value, LONGEST_HEADING)));
            }
            case "title" -> Optional.of(new PrintTemplate.Title(text(value, LONGEST_HEADING)));
            case "text" -> Optional.of(new PrintTemplate.Text(text(value, LONGEST_TEXT)));
            case "answers" -> {
                if (answered) {
                    item.key(key).report("this block stands twice", "PKG-PRINT");
                }
                answered = true;
                yield Optional.of(answers(value));
            }
            case "qr" -> Optional.of(code(value));
            default -> {
                boolean bare = Stream.of(Known.values()).anyMatch(block -> word(block).equals(key));
                item.key(key)
                        .report(
                                bare
                                        ? "'" + key + "' has no words of its own: write - " + key
                                        : "no block is called '"
                                                + key
                                                + "'"
                                                + ConfigNode.suggestion(key, KEYS),
                                "PKG-PRINT");
                yield Optional.empty();
            }
        };
    }

    private Optional<Block> known(ConfigNode item) {
        String word = item.text();
        for (Known block : Known.values()) {
            if (word(block).equals(word)) {
                if (!seen.add(block)) {
                    item.report("this block stands twice", "PKG-PRINT");
                }
                return Optional.of(block);
            }
        }
        List<String> all = Stream.of(Known.values()).map(PrintTemplateReader::word).toList();
        item.report(
                "no block is called '"
                        + word
                        + "': expected "
                        + String.join(", ", all)
                        + ", or one of "
                        + String.join(", ", KEYS)
                        + " with its words",
                "PKG-PRINT");
        return Optional.empty();
    }

    private static String word(Known block) {
        return block.name().toLowerCase(Locale.ROOT);
    }

    private static LocalizedText text(ConfigNode node, int longest) {
        LocalizedText text = node.localized();
        text.byLanguage()
                .forEach((tag, words) -> {
                    if (words.length() > longest) {
                        node.report(
                                "at most " + longest + " characters fit here (" + tag + ")",
                                "PKG-PRINT");
                    }
                });
        return text;
    }

    private PrintTemplate.Answers answers(ConfigNode list) {
        List<FieldPath> fields = new ArrayList<>();
        for (ConfigNode item : list.items()) {
            names.field(item.text(), item).filter(path -> fits(path, item)).ifPresent(fields::add);
        }
        if (list.isList() && list.items().isEmpty()) {
            list.report("which fields?", "PKG-PRINT-FIELD");
        }
        if (fields.size() > MOST_FIELDS) {
            list.report("at most " + MOST_FIELDS + " fields", "PKG-PRINT-FIELD");
        }
        return new PrintTemplate.Answers(fields);
    }

    private boolean fits(FieldPath path, ConfigNode item) {
        if (!(names.all().get(path) instanceof Field field)) {
            return false;
        }
        String wrong = "";
        if (CardDatum.bySource(field.prefill()).isPresent()) {
            wrong =
                    "comes from the identity card: staff may print a receipt, and who somebody is stands on his copy";
        } else if (field.type() instanceof FieldType.Attachment) {
            wrong = "is a document: the block 'documents' tells of it";
        } else if (field.kind() == FieldKind.LABEL || field.kind() == FieldKind.HIDDEN) {
            wrong = "is nothing that citizens answer";
        } else if (!printed.add(path)) {
            wrong = "stands twice";
        }
        if (!wrong.isEmpty()) {
            item.report("'" + path + "' " + wrong, "PKG-PRINT-FIELD");
        }
        return wrong.isEmpty();
    }

    private static PrintTemplate.Code code(ConfigNode node) {
        ConfigNode url = node.at("url");
        LocalizedText caption = text(node.at("caption"), LONGEST_TEXT);
        node.noOthers();
        String written = url.text();
        String bare = written.replace(PrintTemplate.REFERENCE, "KO-0000-0000");
        if (url.present()
                && (PLACEHOLDER.matcher(bare).find()
                        || bare.length() > LONGEST_ADDRESS
                        || Forwarding.address(bare).isEmpty())) {
            url.report(
                    "expected an address beginning with https://, at most 300 characters, with "
                            + PrintTemplate.REFERENCE
                            + " where the number of the order belongs",
                    "PKG-PRINT-QR");
        }
        return new PrintTemplate.Code(written, caption);
    }
}
