package org.priorfetch.engine.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.alert.AlertFacts.RefusedMessages;
import org.priorfetch.engine.hl7.FeedRules;
import org.priorfetch.engine.hl7.Hl7Endpoint;
import org.priorfetch.engine.hl7.Hl7Feed;
import org.priorfetch.engine.hl7.MllpLimits;
import org.priorfetch.engine.hl7.Place;
import org.priorfetch.engine.hl7.RejectedMessages;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.WorklistSettings;

/** The feeds that tell of orders by themselves, and what they could not take. None listens before it is started. */
final class OrderFeeds {

    /** In the home folder: messages that could not be taken. */
    private static final String REJECTED = "hl7-rejected";

    private static final Duration TOLD_FOR = Duration.ofDays(1);

    private final RejectedMessages rejected;
    private final List<OrderFeed> all = new ArrayList<>();

    OrderFeeds(SiteSettings site, Path home, Clock clock) {
        rejected = new RejectedMessages(home.resolve(REJECTED), clock.zone());
        for (WorklistSettings worklist : site.worklists()) {
            if (worklist instanceof WorklistSettings.Hl7 hl7) {
                all.add(new Hl7Feed(rules(hl7, site), endpoint(hl7), MllpLimits.DEFAULT, rejected, clock));
            }
        }
    }

    List<OrderFeed> all() {
        return List.copyOf(all);
    }

    /** What the feeds could not take within the last day, and nobody has removed. */
    List<RefusedMessages> refused(Instant now) {
        return all.stream()
                .map(feed -> new RefusedMessages(feed.name(), rejected.since(feed.name(), now.minus(TOLD_FOR))))
                .toList();
    }

    private static FeedRules rules(WorklistSettings.Hl7 hl7, SiteSettings site) {
        List<Place> accessions = hl7.accession().stream().flatMap(field -> Place.parse(field).stream()).toList();
        return new FeedRules(hl7.name(), accessions, site.pacs().issuer());
    }

    private static Hl7Endpoint endpoint(WorklistSettings.Hl7 hl7) {
        return new Hl7Endpoint(hl7.host(), hl7.port(), hl7.senders(), hl7.applications(), hl7.charset(),
                hl7.tls());
    }
}
