package org.tongwen.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.access.ClientTls;
import org.tongwen.routes.access.Gatekeeper;
import org.tongwen.routes.access.Revocations;
import org.tongwen.routes.access.Turnstile;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.conversation.Addressing;
import org.tongwen.routes.conversation.Asker;
import org.tongwen.routes.conversation.Correlation;
import org.tongwen.routes.deliver.Deliverer;
import org.tongwen.routes.deliver.FolderDelivery;
import org.tongwen.routes.deliver.HttpDelivery;
import org.tongwen.routes.deliver.UnknownChannel;
import org.tongwen.routes.desk.Counter;
import org.tongwen.routes.desk.Desk;
import org.tongwen.routes.http.Answers;
import org.tongwen.routes.http.Entrance;
import org.tongwen.routes.http.ForeignPages;
import org.tongwen.routes.http.HttpBinding;
import org.tongwen.routes.http.HttpGates;
import org.tongwen.routes.http.Recognise;
import org.tongwen.routes.intake.Addressee;
import org.tongwen.routes.intake.Correlate;
import org.tongwen.routes.intake.Questions;
import org.tongwen.routes.intake.Reading;
import org.tongwen.routes.intake.Reception;
import org.tongwen.routes.intake.Recording;
import org.tongwen.routes.intake.Rendering;
import org.tongwen.routes.intake.Reprocess;
import org.tongwen.routes.intake.Screen;
import org.tongwen.routes.intake.SignatureCheck;
import org.tongwen.routes.intake.Signer;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.StoredJournal;
import org.tongwen.routes.observe.JournalCheck;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.routes.observe.Meters;
import org.tongwen.routes.observe.Traces;
import org.tongwen.routes.screen.Screening;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.routes.step.Defaults;
import org.tongwen.routes.step.Translate;
import org.tongwen.routes.step.Validate;
import org.tongwen.routes.step.Validator;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** What a hub is made of besides its routes: the journal, who comes in, what is looked at, who delivers. Opened before the routes, closed after them. */
final class Works implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HubOptions options;
    private final HubConfig config;
    private final ServedMappings mappings;
    private final Catalogue catalogue;
    private final Meters meters;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final MessageLog log;
    private final Signer signer = new Signer();
    private final StoredJournal journal;
    private Optional<Deliverer> deliverer = Optional.empty();
    private Optional<Asker> asker = Optional.empty();

    private Works(
            HubOptions options,
            ServedMappings mappings,
            Catalogue catalogue,
            Meters meters,
            Surroundings surroundings) {
        this.options = options;
        this.config = options.config();
        this.mappings = mappings;
        this.catalogue = catalogue;
        this.meters = meters;
        this.clock = surroundings.clock();
        this.log = new MessageLog(config.observe().jsonLog());
        this.journal = surroundings.journals().open(config, clock, meters.registry());
        open.push(journal);
        meters.journal(journal);
    }

    /**
     * Opens all of it and lets the routes find it.
     *
     * @throws org.tongwen.routes.journal.JournalException when the journal cannot be opened
     */
    static Works open(
            HubOptions options,
            ServedMappings mappings,
            Catalogue catalogue,
            Validator validator,
            Meters meters,
            HttpGates gates,
            Surroundings surroundings,
            Main main) {
        Works works = new Works(options, mappings, catalogue, meters, surroundings);
        works.bind(new Validate(validator, catalogue, meters), validator, main);
        works.bindDelivery(main);
        main.bind("httpGates", gates);
        return works;
    }

    private void bind(Validate validate, Validator validator, Main main) {
        Defaults defaults =
                new Defaults(options.given(), options.reporting(), options.profile(), options.assignsUetr());
        Translate translate = new Translate(mappings, defaults, meters);
        Reception reception = new Reception(journal, clock);
        Correlation correlation =
                new Correlation(journal, catalogue, config.conversations().lateAfter(), clock);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        main.bind("translate", translate);
        main.bind("validate", validate);
        main.bind("intake", reception);
        main.bind("read", new Reading(mappings, translate, validate, reception));
        main.bind("correlate", new Correlate(correlation, journal, clock));
        Addressee addressee = new Addressee(new Addressing(config.participants()));
        Rendering rendering = new Rendering(translate, signer, journal);
        Screening screening = new Screening(config, journal.tallies(), client);
        main.bind("address", addressee);
        main.bind("render", rendering);
        main.bind("screen", new Screen(screening, journal, clock));
        main.bind("signature", signatures());
        asker = Optional.of(new Asker(
                journal,
                correlation,
                catalogue,
                config.conversations(),
                new Questions(main::getCamelContext, config.participants(), rendering),
                this::alert,
                this::wake,
                clock));
        main.bind("record", new Recording(journal, correlation::missing, this::wake, log));
        main.bind("httpBinding", new HttpBinding());
        main.bind("httpRecognise", new Recognise(mappings, entrance()));
        Reprocess reprocess = new Reprocess(
                main::getCamelContext,
                reception,
                config.participants(),
                validator,
                correlation,
                addressee,
                rendering,
                screening,
                journal,
                this::wake,
                clock);
        Counter counter = new Counter(new Desk(journal, reprocess, log, clock));
        main.bind("httpAnswer", new Answers(mappings, validate, counter, meters));
    }

    private void bindDelivery(Main main) {
        main.bind(
                "deliverHttp",
                new HttpDelivery(config.delivery(), tls -> ClientTls.context(Optional.of(tls)), signer, clock));
        main.bind("deliverFolder", new FolderDelivery());
        main.bind("deliverUnknown", new UnknownChannel());
    }

    private SignatureCheck signatures() {
        try {
            return new SignatureCheck(config.participants());
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of a participant cannot be read", e);
        }
    }

    private void alert(MessageId message, Finding finding) {
        LOG.warn("message {}: {}", message, finding.id());
    }

    private Entrance entrance() {
        Revocations revocations = Revocations.of(config.listen().tls(), clock);
        meters.revocations(revocations::left);
        Gatekeeper gatekeeper = new Gatekeeper(config.participants().values(), revocations, clock);
        open.push(gatekeeper);
        Turnstile turnstile = new Turnstile(config.participants().values());
        ForeignPages foreign =
                ForeignPages.to(options.host(), config.listen().tls().isPresent());
        return new Entrance(gatekeeper, turnstile, config.observe().open(), foreign);
    }

    private void wake() {
        deliverer.ifPresent(Deliverer::wake);
    }

    /** Lets health tell of the journal, and sends traces of the routes where the configuration says; before they run. */
    void observe(CamelContext context) {
        HealthCheckRegistry.get(context).register(new JournalCheck(journal));
        config.observe().traces().ifPresent(address -> {
            Traces traces = Traces.to(address, config.node());
            open.push(traces);
            traces.follow(context);
        });
    }

    /** Begins to deliver; the routes run. */
    void start(CamelContext context) {
        Deliverer begun = new Deliverer(journal, config.participants(), config.delivery(), context, clock, meters, log);
        begun.start();
        deliverer = Optional.of(begun);
        asker.ifPresent(Asker::start);
    }

    /** Delivers no more; what is under way is finished. The routes still run. */
    void stop() {
        asker.ifPresent(Asker::close);
        deliverer.ifPresent(Deliverer::close);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the hub cannot be closed", e);
            }
        }
    }
}
