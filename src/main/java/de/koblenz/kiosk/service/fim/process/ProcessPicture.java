package de.koblenz.kiosk.service.fim.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.Event;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.Gateway;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.operaton.bpm.model.bpmn.instance.dc.Bounds;
import org.operaton.bpm.model.bpmn.instance.di.Waypoint;

/// Draws the diagram of a process as SVG, for people who have no modeller at hand. Only what a journey can hold is drawn in its own shape;
/// anything else is a box with its name. Thread-safe.
public final class ProcessPicture {
    /// Between the edge of a task and its words.
    private static final int PADDING = 5;

    /// Least width of words beside a shape.
    private static final int LABEL = 90;

    private static final int LINE = 14;
    private static final int MOST_LINES = 5;

    private final StringBuilder svg = new StringBuilder();
    private double right;
    private double bottom;

    private ProcessPicture() {}

    /// The picture of a file that [ProcessWriter] wrote or [ProcessReader] read; empty where the file has no diagram.
    public static Optional<String> svg(byte[] xml) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
        var shapes = model.getModelElementsByType(BpmnShape.class);
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        ProcessPicture picture = new ProcessPicture();
        model.getModelElementsByType(BpmnEdge.class).forEach(picture::edge);
        shapes.forEach(picture::shape);
        return Optional.of(picture.whole());
    }

    private String whole() {
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" viewBox="0 0 %1$.0f %2$.0f">
                <defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
                <path d="M 0 0 L 10 5 L 0 10 z" fill="#333"/></marker></defs>
                <rect width="100%%" height="100%%" fill="white"/>
                <g font-family="Fira Sans, DejaVu Sans, sans-serif" font-size="12" stroke-width="1.5">
                %3$s</g>
                </svg>
                """,
                right + 60,
                bottom + 60,
                svg);
    }

    private void edge(BpmnEdge edge) {
        List<String> points = new ArrayList<>();
        for (Waypoint point : edge.getWaypoints()) {
            points.add(String.format(Locale.ROOT, "%.0f,%.0f", point.getX(), point.getY()));
            grow(point.getX(), point.getY());
        }
        add(
                String.format(
                        Locale.ROOT,
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"#333\" marker-end=\"url(#arrow)\"/>",
                        String.join(" ", points)));
        String name = edge.getBpmnElement() instanceof FlowElement flow ? name(flow) : "";
        if (edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
            Bounds at = edge.getBpmnLabel().getBounds();
            text(at.getX() + at.getWidth() / 2, at.getY() + 8, name, at.getWidth());
        }
    }

    private void grow(double x, double y) {
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? "" : element.getName();
    }

    private void shape(BpmnShape shape) {
        Bounds box = shape.getBounds();
        double x = box.getX();
        double y = box.getY();
        double width = box.getWidth();
        double height = box.getHeight();
        grow(x + width, y + height);
        FlowElement element = shape.getBpmnElement() instanceof FlowElement flow ? flow : null;
        if (element instanceof Event event) {
            double stroke = event instanceof EndEvent ? 3.5 : 1.5;
            circle(x + width / 2, y + height / 2, width / 2, stroke);
            if (event instanceof BoundaryEvent) {
                circle(x + width / 2, y + height / 2, width / 2 - 4, 1.5);
            }
        } else if (element instanceof Gateway) {
            add(
                    String.format(
                            Locale.ROOT,
                            "<path d=\"M %.0f %.0f l %.0f %.0f l %.0f %.0f l %.0f %.0f z\" fill=\"#fff\" stroke=\"#333\"/>",
                            x + width / 2,
                            y,
                            width / 2,
                            height / 2,
                            -width / 2,
                            height / 2,
                            -width / 2,
                            -height / 2));
            add(
                    String.format(
                            Locale.ROOT,
                            "<path d=\"M %.0f %.0f l 14 14 m 0 -14 l -14 14\" stroke=\"#333\" stroke-width=\"3\"/>",
                            x + width / 2 - 7,
                            y + height / 2 - 7));
        } else {
            boolean service = element instanceof ServiceTask;
            add(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"10\" fill=\"%s\" stroke=\"#333\"/>",
                            x,
                            y,
                            width,
                            height,
                            service ? "#E4EBF7" : "#fff"));
        }
        label(shape, element, x + width / 2, y + height / 2);
    }

    private void circle(double x, double y, double radius, double stroke) {
        add(
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"%.1f\"/>",
                        x,
                        y,
                        radius,
                        stroke));
    }

    private void label(BpmnShape shape, @Nullable FlowElement element, double x, double y) {
        if (element == null) {
            return;
        }
        boolean outside = shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null;
        if (outside) {
            Bounds at = shape.getBpmnLabel().getBounds();
            outside(element, at);
            grow(at.getX() + at.getWidth(), at.getY() + at.getHeight());
        } else {
            double width = shape.getBounds().getWidth() - 2 * PADDING;
            int lines = Math.min(MOST_LINES, LabelLines.of(name(element), width).size());
            text(x, y - LINE * (lines - 1) / 2.0, name(element), width);
        }
    }

    /// Words beside a shape: from the top of their place, or to its bottom where that stands above. Modellers make places as narrow as
    /// their own letters.
    private void outside(FlowElement element, Bounds at) {
        double width = Math.max(at.getWidth(), LABEL);
        double middle = at.getX() + at.getWidth() / 2;
        int lines = Math.min(MOST_LINES, LabelLines.of(name(element), width).size());
        boolean above =
                element.getDiagramElement() instanceof BpmnShape shape
                        && at.getY() < shape.getBounds().getY();
        double first = above ? at.getY() + at.getHeight() - LINE * lines + 6 : at.getY() + 8;
        text(middle, first, name(element), width);
    }

    /// @param y middle of the first line
    private void text(double x, double y, String words, double width) {
        List<String> lines = LabelLines.of(words, width);
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            boolean cut = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
            add(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"#131525\">%s</text>",
                            x,
                            y + 4 + i * LINE,
                            escaped(lines.get(i) + (cut ? " …" : ""))));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String element) {
        svg.append(element).append('\n');
    }
}
