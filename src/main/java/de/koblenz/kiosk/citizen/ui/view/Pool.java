package de.koblenz.kiosk.citizen.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Nodes of one kind that stay in the scene and are hidden while unused: making and styling nodes is
/// what costs time when a page changes.
final class Pool<N extends Node> {
    private final Supplier<N> maker;
    private final List<Node> children;
    private final List<N> nodes = new ArrayList<>();

    /// @param children where new nodes go
    Pool(Supplier<N> maker, List<Node> children) {
        this.maker = maker;
        this.children = children;
    }

    /// Returns `count` visible nodes, the same ones each time; the rest is hidden.
    List<N> show(int count) {
        while (nodes.size() < count) {
            N node = maker.get();
            nodes.add(node);
            children.add(node);
        }
        for (int i = 0; i < nodes.size(); i++) {
            N node = nodes.get(i);
            if (i >= count && node.isVisible()) {
                Forgetful.forgetAll(node);
            }
            node.setVisible(i < count);
        }
        return nodes.subList(0, count);
    }
}
