package io.baton.architecture.planted.web;

/** A drawer. */
public final class WebUtil {}
