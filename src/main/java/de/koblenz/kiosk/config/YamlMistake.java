package de.koblenz.kiosk.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What keeps a file from being YAML, in the words of somebody who writes one and not of the parser, at the place where it is mended.
final class YamlMistake {
    private final MarkedYamlEngineException parser;

    YamlMistake(MarkedYamlEngineException parser) {
        this.parser = parser;
    }

    Problem problem(String shown) {
        Optional<Mark> mark =
                isUnclosed()
                        ? parser.getContextMark().or(parser::getProblemMark)
                        : parser.getProblemMark();
        return new Problem(
                shown,
                mark.map(at -> at.getLine() + 1).orElse(1),
                mark.map(at -> at.getColumn() + 1).orElse(1),
                "this is not YAML: " + words(),
                "CFG-SYNTAX");
    }

    private String said() {
        return String.valueOf(parser.getProblem());
    }

    private boolean isUnclosed() {
        return said().contains("end of stream") || said().startsWith("expected ',' or");
    }

    private String words() {
        String said = said();
        if (said.contains("end of stream")) {
            return "a quotation mark is not closed";
        }
        if (said.startsWith("expected ',' or")) {
            return "a bracket is not closed, or a comma is missing in it";
        }
        if (said.contains("'\\t")) {
            return "a tab; write blanks";
        }
        if (said.contains("cannot start any token")) {
            return "a text that begins with "
                    + said.replaceFirst("found character '(.).*", "'$1'")
                    + " has to stand in quotation marks";
        }
        if (said.startsWith("mapping values")) {
            return "a ':' where none may stand: a text with a ':' has to stand in quotation marks, and a line may not stand"
                    + " further right than the lines that it belongs to";
        }
        if (said.equals("expected <block end>, but found '<scalar>'")) {
            return "something stands behind a text that ends there: a text with quotation marks in it has to stand in others";
        }
        if (said.startsWith("expected <block end>")) {
            return "this line does not stand as far right as those that it belongs to: look at the blanks at its beginning";
        }
        if (said.startsWith("sequence entries")) {
            return "a '-' where none may stand: the entries of a list stand in lines of their own";
        }
        if (said.startsWith("could not find expected ':'")) {
            return "a ':' is missing behind a key";
        }
        return said;
    }
}
