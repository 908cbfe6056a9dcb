package de.koblenz.kiosk.fleet.monitor;

import java.io.ByteArrayInputStream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// What a terminal sent because a command asked for it. FX thread only.
final class ReplyPane {
    private static final double HEIGHT = 640;
    private static final double WIDTH = 1100;

    private ReplyPane() {}

    static Node of(Workplace place, CommandReplies.Reply reply) {
        return switch (reply) {
            case CommandReplies.Picture picture -> picture(place, picture);
            case CommandReplies.Lines(var lines) -> lines(place, String.join("\n", lines));
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

    /// To be read, searched and copied, not to be changed.
    private static Node lines(Workplace place, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefSize(WIDTH, HEIGHT);
        area.setAccessibleText(place.of("monitor.reply.lines"));
        area.getStyleClass().add("feed");
        return area;
    }
}
