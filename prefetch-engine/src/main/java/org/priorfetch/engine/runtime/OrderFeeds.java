package org.priorfetch.engine.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

/** Makes the feeds that tell of orders by themselves. None listens before it is started. */
final class OrderFeeds {

    /** In the home folder: messages that could not be taken. */
    static final String REJECTED = "hl7-rejected";

    private static final Duration TOLD_FOR = Duration.ofDays(1);

    private OrderFeeds() {}

    static List<OrderFeed> of(SiteSettings site, Path home, Clock clock) {
        RejectedMessages rejected = new RejectedMessages(home.resolve(REJECTED), clock.zone());
        List<OrderFeed> feeds = new ArrayList<>();
        for (WorklistSettings worklist : site.worklists()) {
            if (worklist instanceof WorklistSettings.Hl7 hl7) {
                feeds.add(new Hl7Feed(rules(hl7, site), endpoint(hl7), MllpLimits.DEFAULT, rejected, clock));
            }
        }
        return feeds;
    }

    /** What the feeds could not take within the last day, and nobody has removed. */
    static List<RefusedMessages> refused(SiteSettings site, Path home, ZoneId zone, Instant now) {
        RejectedMessages rejected = new RejectedMessages(home.resolve(REJECTED), zone);
        return site.worklists()
                .stream()
                .filter(WorklistSettings.Hl7.class::isInstance)
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
