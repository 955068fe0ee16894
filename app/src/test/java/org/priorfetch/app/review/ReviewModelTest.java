package org.priorfetch.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.review.ReviewModel.Tab;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleReviews;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.ReviewCommand.ReadDecisions;
import org.priorfetch.engine.api.ReviewCommand.ReadDelivered;
import org.priorfetch.engine.api.ReviewCommand.ReadReviews;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.api.Reviews;
import org.priorfetch.engine.model.Message;

@Timeout(60)
class ReviewModelTest {

    /** In which what comes wrongly would have come. */
    private static final Duration A_WHILE = Duration.ofMillis(400);
    private static final Reviews NOTHING = new Reviews(List.of(), List.of());

    private final Workbench bench = new Workbench();
    private final Workplace workplace = bench.workplace();
    private final ScriptedEngine engine = bench.engine();
    private final CompletableFuture<Reviews> late = new CompletableFuture<>();
    private final ReviewModel model = new ReviewModel(workplace.texts(), workplace.formats(), workplace.privacy(),
            workplace.commands());

    @AfterEach
    void answerWhatIsStillAsked() {
        late.complete(NOTHING);
    }

    private static Reviews doubts(String... ids) {
        return new Reviews(List.of(ids).stream().map(ReviewModelTest::doubt).toList(), List.of());
    }

    private static DoubtfulPatient doubt(String id) {
        return SampleReviews.doubt(id, "Berg^Anna", 20);
    }

    private static <T> T joined(CompletableFuture<T> answer) {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void onScreen(Runnable work) throws Exception {
        OpenWindow.onScreenThread(() -> {
            work.run();
            return null;
        });
    }

    private <T> T now(Callable<T> seen) throws Exception {
        return OpenWindow.onScreenThread(seen);
    }

    private Notice notice() throws Exception {
        return now(model.noticeProperty()::get);
    }

    private List<String> ids() throws Exception {
        return now(() -> model.lines().stream().map(ReviewLine::id).toList());
    }

    private void refuse() {
        engine.on(ReadReviews.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.defect"));
        }).on(ReadDecisions.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.defect"));
        });
    }

    private void reloadAndAwait(String title) throws Exception {
        onScreen(model::reload);
        await().until(() -> notice().title().equals(title));
    }

    private void showDoubts(String... ids) throws Exception {
        engine.on(ReadReviews.class, _ -> doubts(ids));
        onScreen(model::reload);
        await().until(() -> ids().equals(List.of(ids)));
    }

    @ParameterizedTest
    @EnumSource(Tab.class)
    void thatThereIsNothingIsNotSaidBeforeTheEngineHasAnswered(Tab tab) throws Exception {
        engine.on(ReadReviews.class, _ -> joined(late))
                .on(ReadDecisions.class, _ -> {
                    joined(late);
                    return List.of();
                });
        onScreen(() -> model.tabProperty().set(tab));
        onScreen(model::reload);
        await().until(() -> !engine.submitted().isEmpty());

        onScreen(model::presentAgain);
        assertThat(notice().mark()).isEqualTo(Mark.WAITING);

        late.complete(NOTHING);
        await().until(() -> notice().mark() != Mark.WAITING);
    }

    @Test
    void aRefusalIsSaidUntilTheEngineAnswers() throws Exception {
        refuse();
        reloadAndAwait("What waits could not be read");

        onScreen(model::presentAgain);
        assertThat(notice().mark()).isEqualTo(Mark.UNREACHABLE);

        engine.on(ReadReviews.class, _ -> NOTHING);
        reloadAndAwait("Nothing needs you");
    }

    @Test
    void aTabThatWasNotReadShowsNothingOfTheOther() throws Exception {
        showDoubts("patient-1");
        refuse();

        onScreen(() -> model.tabProperty().set(Tab.DECIDED));
        await().until(() -> notice().mark() == Mark.UNREACHABLE);
        assertThat(notice().title()).isEqualTo("What was decided could not be read");
        assertThat(ids()).isEmpty();

        engine.on(ReadReviews.class, _ -> joined(late));
        onScreen(() -> model.tabProperty().set(Tab.WAITING));
        assertThat(ids()).as("as it was read before").containsExactly("patient-1");
    }

    @Test
    void whenTheEngineHasEndedItIsNotSaidThatNothingWaitsAndIsReadAnewWhenItSpeaks() throws Exception {
        engine.on(ReadReviews.class, _ -> NOTHING);
        onScreen(() -> model.show(Snapshots.of()));
        await().until(() -> notice().mark() == Mark.READY);

        onScreen(() -> model.engineGone(Message.of("channel.gone")));
        assertThat(notice().mark()).isEqualTo(Mark.UNREACHABLE);

        onScreen(() -> model.show(Snapshots.of()));
        await().until(() -> notice().mark() == Mark.READY);
    }

    @Test
    void whatCannotBeReadAnewStaysAndIsSaidToBeOld() throws Exception {
        showDoubts("patient-1");
        assertThat(now(model::isOutOfDate)).isFalse();

        refuse();
        onScreen(model::reload);

        await().until(() -> now(model::isOutOfDate));
        assertThat(ids()).containsExactly("patient-1");
    }

    @Test
    void anAnswerThatComesAfterThatToALaterQuestionIsOutOfDate() throws Exception {
        engine.on(ReadReviews.class, _ -> joined(late));
        onScreen(model::reload);
        await().until(() -> engine.submitted().size() == 1);
        showDoubts("patient-2");

        late.complete(doubts("patient-1", "patient-2"));

        await().during(A_WHILE).untilAsserted(() -> assertThat(ids()).containsExactly("patient-2"));
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"SAME", "DIFFERENT"})
    void whoHidesTheNamesTakesTheAnswerBackThatWasBegun(Answer answer) throws Exception {
        showDoubts("patient-1");
        onScreen(() -> model.chosen().begin(answer));
        assertThat(now(model.chosen().draftProperty()::get)).isEqualTo(answer);

        onScreen(() -> {
            workplace.privacy().hide();
            model.presentAgain();
        });

        assertThat(now(model.chosen().draftProperty()::get)).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"SAME", "DIFFERENT"})
    void noDecisionIsGivenWithNamesHidden(Answer answer) throws Exception {
        engine.on(Decide.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.defect"));
        });
        showDoubts("patient-1");
        AnswerDelivery delivery = new AnswerDelivery(workplace, model);

        onScreen(() -> {
            model.chosen().begin(answer);
            workplace.privacy().hide();
            delivery.give(answer, "looked alike", null);
            delivery.give(Answer.LATER, "asking the ward", null);
        });

        await().until(() -> engine.submitted().stream().anyMatch(Decide.class::isInstance));
        assertThat(engine.submitted()).filteredOn(Decide.class::isInstance)
                .singleElement()
                .extracting("reason")
                .isEqualTo("asking the ward");
    }

    @Test
    void aBegunAnswerSurvivesThatOthersComeAndGo() throws Exception {
        showDoubts("patient-1", "patient-2");
        onScreen(() -> model.chosen().begin(Answer.SAME));

        showDoubts("patient-0", "patient-1");

        assertThat(now(model.chosen().draftProperty()::get)).isEqualTo(Answer.SAME);
    }

    @Test
    void whatWasDeliveredIsShownOnlyUnderItsOwnItem() throws Exception {
        CompletableFuture<List<String>> slow = new CompletableFuture<>();
        engine.on(ReadDelivered.class, asked -> asked.itemId().equals("patient-1") ? joined(slow) : List.of("2.25.2"));
        showDoubts("patient-1", "patient-2");
        List<String> shown = new CopyOnWriteArrayList<>();

        onScreen(() -> model.chosen().readDelivered(shown::add));
        onScreen(() -> {
            model.chosen().selectedProperty().set(model.lines().getLast());
            model.chosen().readDelivered(shown::add);
        });
        await().until(() -> shown.contains("2.25.2"));
        slow.complete(List.of("2.25.1"));

        await().during(A_WHILE).untilAsserted(() -> assertThat(shown).containsExactly("2.25.2"));
    }

    @Test
    void whyTheListOfWhatWasDeliveredCannotBeReadIsSaidInItsPlace() throws Exception {
        engine.on(ReadDelivered.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.defect"));
        });
        showDoubts("patient-1");
        List<String> shown = new CopyOnWriteArrayList<>();

        onScreen(() -> model.chosen().readDelivered(shown::add));

        await().untilAsserted(() -> assertThat(shown)
                .containsExactly(workplace.texts().of(Message.of("runtime.defect"))));
    }
}
