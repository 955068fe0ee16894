package org.priorfetch.engine.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of the instances that it was sent (PS3.18 Annex I.2), in JSON or XML. What cannot be read says nothing.
 *
 * @param readable whether it says anything of any instance
 * @param stored whether it names the instance as stored
 * @param failure why it names it as not stored; empty where it does not
 */
record StowAnswer(boolean readable, boolean stored, OptionalInt failure) {

    private static final StowAnswer UNREADABLE = new StowAnswer(false, false, OptionalInt.empty());
    private static final StowAnswer NOT_MENTIONED = new StowAnswer(true, false, OptionalInt.empty());
    private static final StowAnswer STORED_IT = new StowAnswer(true, true, OptionalInt.empty());
    private static final String STORED = "00081199";
    private static final String FAILED = "00081198";
    private static final String INSTANCE = "00081155";
    private static final String REASON = "00081197";
    private static final int PROCESSING_FAILURE = 0x0110;
    private static final ObjectMapper JSON = new ObjectMapper();

    static StowAnswer read(byte[] body, String contentType, String sopInstanceUid) {
        try {
            return contentType.contains("xml") ? xml(body, sopInstanceUid) : json(body, sopInstanceUid);
        } catch (IOException | XMLStreamException unreadable) {
            return UNREADABLE;
        }
    }

    private static StowAnswer failed(int reason) {
        return new StowAnswer(true, false, OptionalInt.of(reason));
    }

    private static StowAnswer json(byte[] body, String uid) throws IOException {
        JsonNode tree = JSON.readTree(body);
        JsonNode answer = tree == null ? JSON.missingNode() : tree.isArray() ? tree.path(0) : tree;
        for (JsonNode item : answer.path(FAILED).path("Value")) {
            if (first(item, INSTANCE).asText("").strip().equals(uid)) {
                return failed(first(item, REASON).asInt(PROCESSING_FAILURE));
            }
        }
        for (JsonNode item : answer.path(STORED).path("Value")) {
            if (first(item, INSTANCE).asText("").strip().equals(uid)) {
                return STORED_IT;
            }
        }
        return answer.isObject() ? NOT_MENTIONED : UNREADABLE;
    }

    private static JsonNode first(JsonNode item, String tag) {
        return item.path(tag).path("Value").path(0);
    }

    /** The Native DICOM Model (PS3.19 A.1), of which only the two sequences and what is in them counts. */
    private static StowAnswer xml(byte[] body, String uid) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        Map<String, String> item = new HashMap<>();
        String sequence = "";
        String attribute = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "DicomAttribute" -> {
                        attribute = String.valueOf(reader.getAttributeValue(null, "tag"));
                        sequence = attribute.equals(STORED) || attribute.equals(FAILED) ? attribute : sequence;
                    }
                    case "Item" -> item.clear();
                    case "Value" -> item.put(attribute, reader.getElementText().strip());
                    default -> {
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("Item")
                    && uid.equals(item.get(INSTANCE))) {
                return sequence.equals(FAILED) ? failed(reason(item.get(REASON))) : STORED_IT;
            }
        }
        return NOT_MENTIONED;
    }

    private static int reason(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : PROCESSING_FAILURE;
    }
}
