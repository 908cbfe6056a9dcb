package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.model.Operator;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who are you? FX thread only.
final class SignInPage extends Page {
    private final TextField account = new TextField();
    private final CodeField code;
    private final Label answer = Parts.paragraph("", "text-now");
    private final Consumer<Operator> entered;
    private boolean asking;

    SignInPage(Workplace place, Consumer<Operator> entered) {
        super(place);
        this.entered = entered;
        String name = place.of("monitor.signIn.code");
        code = new CodeField(name, this::ask);
        account.setAccessibleText(place.of("monitor.signIn.account"));
        account.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        code.requestFocus();
                        event.consume();
                    }
                });
        VBox box =
                Parts.column(
                        10,
                        Parts.label(place.of("monitor.signIn.title"), "sheet-title"),
                        Parts.paragraph(place.of("monitor.signIn.hint"), "muted"),
                        Parts.label(place.of("monitor.signIn.account"), "field-label"),
                        account,
                        Parts.label(name, "field-label"),
                        code,
                        answer,
                        Parts.button(place.of("monitor.signIn.enter"), "", code::enter, "accent"));
        box.getStyleClass().add("sheet");
        box.setMaxSize(460, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(box);
    }

    private void ask(char[] typed) {
        if (asking) {
            java.util.Arrays.fill(typed, '\0');
            return;
        }
        asking = true;
        answer.setText("");
        String who = account.getText().strip();
        place.desk.ask(() -> place.ports.door().enter(who, typed), this::answered);
    }

    private void answered(Door.Answer given) {
        asking = false;
        switch (given) {
            case Door.Answer.Entered(Operator operator) -> {
                account.clear();
                entered.accept(operator);
            }
            case Door.Answer.Refused() -> answer.setText(place.of("monitor.signIn.refused"));
            case Door.Answer.Wait(long seconds) ->
                    answer.setText(place.words.of("monitor.signIn.wait", "seconds", seconds));
        }
    }

    @Override
    String title() {
        return place.of("monitor.signIn.title");
    }

    @Override
    void show(FleetBoard.Update update) {}

    @Override
    void opened() {
        asking = false;
        answer.setText("");
        code.clear();
    }

    @Override
    Node first() {
        return account;
    }
}
