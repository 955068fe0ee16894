package org.priorfetch.engine.prior;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Message;

/**
 * What the words of an examination tell.
 *
 * @param shown the regions, to be compared
 * @param names the regions, for people
 * @param name its description, however it is spaced and capitalised
 * @param companion what it is where it is no prior of its own
 */
record Read(Regions regions, RegionSet shown, List<Message> names, Imaging imaging, String name,
        Optional<Companion> companion) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static Read of(StudyWords words, Regions regions) {
        return new Read(regions, RegionSet.of(regions.regions()),
                regions.regions().stream().map(BodyRegion::message).toList(), Imaging.of(words.modalities()),
                name(words.description()), Companion.ofStudy(words.modalities(), words.description()));
    }

    static String name(String description) {
        return SPACES.matcher(description).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
