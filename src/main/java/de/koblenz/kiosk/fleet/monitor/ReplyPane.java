package de.koblenz.kiosk.fleet.monitor;

import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

/// What a terminal sent because a command asked for it. FX thread only.
final class ReplyPane {
    private static final double HEIGHT = 640;
    private static final double WIDTH = 1100;
    private static final double LINE = 26;

    private ReplyPane() {}

    static Node of(Workplace place, CommandReplies.Reply reply) {
        return switch (reply) {
            case CommandReplies.Picture picture -> picture(place, picture);
            case CommandReplies.Lines(var lines) -> lines(place, lines);
        };
    }

    private static Node picture(Workplace place, CommandReplies.Picture picture) {
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(picture.png())));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitHeight(HEIGHT);
        view.setFitWidth(WIDTH);
        view.setAccessibleText(place.of("monitor.reply.picture"));
        return view;
    }

    /// To be read and copied. A text field would lay out all of 20,000 lines before it shows one.
    private static Node lines(Workplace place, List<String> lines) {
        ListView<String> list = new ListView<>(FXCollections.observableArrayList(lines));
        list.setFixedCellSize(LINE);
        list.setPrefSize(WIDTH, HEIGHT);
        list.setPlaceholder(Parts.label(place.of("monitor.terminal.nothing"), "muted"));
        list.setAccessibleText(place.of("monitor.reply.lines"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getStyleClass().add("feed");
        list.setOnKeyPressed(event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                ClipboardContent content = new ClipboardContent();
                content.putString(String.join("\n", list.getSelectionModel().getSelectedItems()));
                Clipboard.getSystemClipboard().setContent(content);
                event.consume();
            }
        });
        return list;
    }
}
