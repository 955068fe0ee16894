package org.priorfetch.engine.prior;

import java.util.Locale;

import org.priorfetch.engine.model.Message;

/** From where it is known what an examination shows, the most certain first. */
public enum RegionEvidence {
    /** The site's own map of procedures. */
    PROCEDURE_MAP(100),
    /** A code of a public coding scheme: Anatomic Region, Procedure Code or Requested Procedure Code Sequence. */
    CODE(95),
    /** The study's or procedure's description names it. */
    DESCRIPTION(90),
    /** The description suggests it without naming it: a disease, a tracer, an intervention. */
    DESCRIPTION_HINT(60),
    SERIES_DESCRIPTION(75),
    /** The modality shows nothing else: mammography, dental radiography. */
    MODALITY_ALONE(70),
    /** Body Part Examined (0018,0015), which is wrong in one of six images. */
    BODY_PART(50),
    /** What the modality usually shows. */
    MODALITY(30);

    private final int confidence;

    RegionEvidence(int confidence) {
        this.confidence = confidence;
    }

    /** How much to believe it, up to 100. */
    public int confidence() {
        return confidence;
    }

    /** Says it to people: "by its description". */
    public Message message() {
        return Message.of("prior.evidence." + name().toLowerCase(Locale.ROOT));
    }
}
