package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.Node;
import javafx.scene.Parent;

/// Holds words of a page and lets go of them, because nodes are kept while sessions end.
interface Forgetful {
    void forget();

    /// Lets everything below a node forget. Keyboards know nothing of the citizen and stay as they are.
    static void forgetAll(Node node) {
        if (node instanceof KeyboardPane) {
            return;
        }
        if (node instanceof Forgetful forgetful) {
            forgetful.forget();
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                forgetAll(child);
            }
        }
    }
}
