# frozen_string_literal: true

# What Prawn works out anew for each piece of text, remembered: which glyph, how wide, which code, which number.
# Nothing here changes a byte of what is printed; QuickerPaperTest sets a text with it and without it, and compares.
require 'asciidoctor-pdf'

module QuickerPaper
  # A number as PDF spells it.
  module Reals
    def real num
      (@reals ||= {})[num] ||= super.freeze
    end
  end

  # So are the names and the numbers in it.
  module Objects
    def pdf_object obj, in_content_stream = false
      return super unless Float === obj || Symbol === obj

      (@object_texts ||= {})[obj] ||= super.freeze
    end
  end

  module Colors
    private

    def color_to_s color
      (@color_texts ||= {})[color] ||= super
    end
  end

  # Nearly all text is in the first subset of its font; then it is a table that says each character's code.
  module Subsets
    def encode characters
      codes = @codes ||= {}
      text = characters.map do |char|
        codes.fetch(char) { codes[char] = first char } || (return super)
      end
      text.empty? ? [] : [[0, text.pack('C*')]]
    end

    private

    def first char
      return unless self[0].covers? char

      self[0].use char
      self[0].from_unicode char
    end
  end

  # Characters, pairs of them and their widths belong to the font, whatever the text.
  module Glyphs
    def glyph_present? char
      (@present ||= {}).fetch(char) { @present[char] = super }
    end

    private

    def kern string
      runs = []
      pairs = @pairs ||= {}
      last = nil
      string.each_codepoint do |code|
        if last.nil?
          runs << [code]
        elsif (space = (pairs[last] ||= {}).fetch(code) { pairs[last][code] = between last, code })
          runs << space << [code]
        else
          runs[-1] << code
        end
        last = code
      end
      runs
    end

    def between one, other
      kern = kern_pairs_table[[cmap[one], cmap[other]]]
      kern && -(kern * scale_factor)
    end

    def character_width_by_code code
      (@code_widths ||= {}).fetch(code) { @code_widths[code] = super }
    end
  end

  # A word has a width for each font and size.
  module Widths
    def width_of string, options
      return super unless options.empty? || (options.size == 1 && options.key?(:kerning))

      font = @document.font
      words = ((((@widths ||= {}.compare_by_identity)[font] ||= {})[@document.font_size] ||= {})[options[:kerning]] ||= {})
      width = words[string] ||= font.compute_width_of (font.normalize_encoding string), options
      count = string.length
      count > 0 ? width + @document.character_spacing * (count - 1) : width
    end
  end

  # Nearly every text is made of characters that were found, before, in the font that it is to be printed in.
  module Fonts
    def found_before
      @found_before ||= {}
    end
  end

  module Fallbacks
    def analyze_glyphs_for_fallback_font_support fragment
      found = @document.font.found_before
      chars, pattern = found[[fragment[:font], fragment[:styles]]]
      return [fragment.dup] if pattern&.match? fragment[:text]

      super.tap do |fragments|
        unless fragment[:image_obj] || fragments.length != 1 || fragments[0][:font] != fragment[:font]
          chars = (chars || []) | fragment[:text].chars
          found[[fragment[:font], fragment[:styles].dup]] = [chars, /\A[#{Regexp.escape chars.join}]+\z/]
        end
      end
    end
  end

  # The patterns by which lines are broken are those of the encoding, and there is one.
  module Breaks
    UTF_8 = Encoding::UTF_8
    ZWSP = Prawn::Text::ZWSP
    SHY = Prawn::Text::SHY
    BREAKS = %( \t#{ZWSP}#{SHY}-)
    PIECE = /[^#{BREAKS}]+#{SHY}|[^#{BREAKS}]+-+|[^#{BREAKS}]+|[ \t#{ZWSP}]+|-+[^#{BREAKS}]*|#{SHY}/
    BETWEEN_WORDS = Regexp.union "\t", "\n", "\v", "\r", ' ', ZWSP, SHY, '-'
    BREAK_AT_END = /[#{BREAKS}]$/
    BREAK_AT_START = /^[#{BREAKS}]/
    LAST_WORD = /[^#{BREAKS}]*$/

    private

    def scan_pattern encoding = UTF_8
      encoding == UTF_8 ? PIECE : super
    end

    def word_division_scan_pattern encoding = UTF_8
      encoding == UTF_8 ? BETWEEN_WORDS : super
    end

    def soft_hyphen encoding = UTF_8
      encoding == UTF_8 ? SHY : super
    end

    def zero_width_space encoding = UTF_8
      encoding == UTF_8 ? ZWSP : super
    end

    def fragment_begins_with_breakable? fragment
      fragment.encoding == UTF_8 ? (BREAK_AT_START.match? fragment) : super
    end

    def remember_this_fragment_for_backward_looking_ops
      return super unless @fragment_output.encoding == UTF_8

      @previous_fragment = @fragment_output.dup
      @previous_fragment_ended_with_breakable = BREAK_AT_END.match? @previous_fragment
      @previous_fragment_output_without_last_word = @previous_fragment[0...(@previous_fragment.index LAST_WORD)]
    end
  end

  # A text is parsed when it is measured, when it is set on trial, and when it is printed; the memory is the document's.
  module Markup
    attr_writer :parsed

    def parsed
      @parsed ||= {}
    end

    def format string, *args
      # Pictures are told apart by being other objects.
      return super if (string.include? '<img') || !(self.class::FormattingSnifferPattern.match? string)

      unless (fragments = parsed[[string, args]])
        fragments = super
        return fragments if fragments[0] && (fragments[0][:text].include? '<') # which is to be complained of again
        parsed[[string, args]] = fragments
      end
      fragments.map {|fragment| fragment.transform_values {|value| Set === value || Array === value ? value.dup : value } }
    end
  end
end

PDF::Core.singleton_class.prepend QuickerPaper::Reals, QuickerPaper::Objects
Prawn::Document.prepend QuickerPaper::Colors
TTFunk::SubsetCollection.prepend QuickerPaper::Subsets
Prawn::Font.prepend QuickerPaper::Fonts
Prawn::Fonts::TTF.prepend QuickerPaper::Glyphs
Prawn::FontMetricCache.prepend QuickerPaper::Widths
Prawn::Text::Formatted::Box.prepend QuickerPaper::Fallbacks
Prawn::Text::Formatted::LineWrap.prepend QuickerPaper::Breaks
Asciidoctor::PDF::FormattedText::Formatter.prepend QuickerPaper::Markup
