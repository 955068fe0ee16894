package org.priorfetch.engine.hl7;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The question for the IDs of a patient in another domain (QBP^Q23, ITI-9).
 *
 * @param controlId names the message (MSH-10) and the query (QPD-2)
 */
record PixQuery(PixPeer peer, String controlId, String patientId, PixDomain local, PixDomain target) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx", Locale.ROOT);

    byte[] written(ZonedDateTime now) {
        PixText text = new PixText();
        String header = String.join("|", "MSH", "^~\\&", text.escaped(peer.sender()), "",
                text.escaped(peer.application()), text.escaped(peer.facility()), TIME.format(now), "",
                "QBP^Q23^QBP_Q21", controlId, "P", "2.5", "", "", "", "", "", "UNICODE UTF-8");
        String query = String.join("|", "QPD", "IHE PIX Query", controlId,
                text.escaped(patientId) + "^^^" + local.written(text) + "^PI", "^^^" + target.written(text));
        return String.join("\r", header, query, "RCP|I", "").getBytes(StandardCharsets.UTF_8);
    }
}
