/** Tests of the <b>when</b> adapters: the ports' laws, and cron arithmetic against an evaluator that does not know Quartz. */
@NullMarked
package io.baton.quartz;

import org.jspecify.annotations.NullMarked;
