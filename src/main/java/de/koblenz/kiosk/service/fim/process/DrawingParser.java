package de.koblenz.kiosk.service.fim.process;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.operaton.bpm.model.bpmn.impl.BpmnParser;
import org.operaton.bpm.model.xml.ModelException;
import org.operaton.bpm.model.xml.impl.ModelImpl;
import org.operaton.bpm.model.xml.impl.parser.AbstractModelParser;
import org.operaton.bpm.model.xml.instance.DomDocument;
import org.xml.sax.SAXException;

/// The library's parser of drawings with the schema of BPMN 2.0 compiled once: its own compiles it for every drawing, which takes
/// ten times as long as the drawing. Thread-safe.
final class DrawingParser extends AbstractModelParser {
    private static final DrawingParser ONE = new DrawingParser();

    private DrawingParser() {}

    /// Compiled when the first drawing is read.
    private static final class Compiled {
        private static final Schema SCHEMA = compiled();

        private static Schema compiled() {
            URL schema =
                    Objects.requireNonNull(
                            BpmnParser.class
                                    .getClassLoader()
                                    .getResource("org/operaton/bpm/model/bpmn/schema/BPMN20.xsd"));
            try {
                return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(schema);
            } catch (SAXException e) {
                // It lies in the library.
                throw new IllegalStateException(e);
            }
        }
    }

    /// The drawing; valid against the schema.
    ///
    /// @throws ModelException where it is no BPMN 2.0
    static BpmnModelInstance drawing(byte[] xml) {
        return (BpmnModelInstance) ONE.parseModelFromStream(new ByteArrayInputStream(xml));
    }

    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
        super.configureFactory(factory);
        // Of document types, which are refused.
        factory.setValidating(false);
        factory.setSchema(Compiled.SCHEMA);
    }

    /// It was validated while it was parsed.
    @Override
    public void validateModel(DomDocument document) {}

    @Override
    protected BpmnModelInstanceImpl createModelInstance(DomDocument document) {
        return new BpmnModelInstanceImpl(
                (ModelImpl) Bpmn.INSTANCE.getBpmnModel(),
                Bpmn.INSTANCE.getBpmnModelBuilder(),
                document);
    }
}
